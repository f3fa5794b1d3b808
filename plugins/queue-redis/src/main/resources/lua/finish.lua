-- ARGV: now, then id and token of each claim, whether a job follows, and the values of that. Gives the ids of those that are others' by now.
local now = ARGV[1]
local lost = {}
local at = 2
while at <= #ARGV do
  local id, follows = ARGV[at], ARGV[at + 2] == '1'
  local job = redis.call('HMGET', job_key(id), 'token', 'type', 'lane', 'turn')
  if job[1] ~= ARGV[at + 1] then
    lost[#lost + 1] = id
  else
    take_out(id, job[2])
    if follows and ARGV[at + 3] == id then
      redis.call('HSET', job_key(id), 'run_at', ARGV[at + 11], 'attempt', ARGV[at + 12], 'history', ARGV[at + 13],
        'worker', '')
      wait(id, ARGV[at + 11], now)
    else
      redis.call('DEL', job_key(id))
      if follows then
        redis.call('ZREM', key('lane:' .. job[3]), id)
        put(at + 2, job[4], now)
      else
        leave_lane(id, job[3])
      end
    end
  end
  at = at + 3 + (follows and #FIELDS or 0)
end
return lost
