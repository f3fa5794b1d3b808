-- ARGV: now, then id and token of each claim, whether a job follows, and the values of that. Gives the ids of those that are others' by now.
local now = ARGV[1]
local lost, held, ids, types = {}, {}, {}, {}
local at = 2
while at <= #ARGV do
  local id, follows = ARGV[at], ARGV[at + 2] == '1'
  local job = redis.call('HMGET', job_key(id), 'token', 'type', 'lane', 'turn')
  if job[1] == ARGV[at + 1] then
    ids[#ids + 1] = id
    types[job[2]] = types[job[2]] or {}
    table.insert(types[job[2]], id)
    held[#held + 1] = {id, at, follows, job[3], job[4]}
  else
    lost[#lost + 1] = id
  end
  at = at + 3 + (follows and #FIELDS or 0)
end

take_out(ids, types)
for _, claim in ipairs(held) do
  local id, first, follows, lane, turn = unpack(claim)
  if follows and ARGV[first + 3] == id then
    redis.call('HSET', job_key(id), 'run_at', ARGV[first + 11], 'attempt', ARGV[first + 12], 'history',
      ARGV[first + 13], 'worker', '')
    if wait(id, ARGV[first + 11], now) then
      offer(id)
    end
  else
    redis.call('DEL', job_key(id))
    if follows then
      redis.call('ZREM', key('lane:' .. lane), id)
      put(first + 2, turn, now)
    else
      leave_lane(id, lane)
    end
  end
end
return lost
