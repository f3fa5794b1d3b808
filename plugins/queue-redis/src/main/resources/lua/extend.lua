-- ARGV: until when, then id and token of each claim. Gives the ids of those that are others' by now.
local lost = {}
for i = 2, #ARGV, 2 do
  local id = ARGV[i]
  local job = redis.call('HMGET', job_key(id), 'token', 'type')
  if job[1] == ARGV[i + 1] then
    take_out(id, job[2])
    redis.call('ZADD', key('running'), ARGV[1], id)
    redis.call('HSET', job_key(id), 'run_at', ARGV[1])
  else
    lost[#lost + 1] = id
  end
end
return lost
