-- ARGV: until when, then id and token of each claim. Gives the ids of those that are others' by now.
local till = ARGV[1]
local lost, ids, types, running = {}, {}, {}, {}
for i = 2, #ARGV, 2 do
  local id = ARGV[i]
  local job = redis.call('HMGET', job_key(id), 'token', 'type')
  if job[1] == ARGV[i + 1] then
    ids[#ids + 1] = id
    types[job[2]] = types[job[2]] or {}
    table.insert(types[job[2]], id)
    running[#running + 1] = till
    running[#running + 1] = id
    redis.call('HSET', job_key(id), 'run_at', till)
  else
    lost[#lost + 1] = id
  end
end
take_out(ids, types)
many('ZADD', key('running'), running)
return lost
