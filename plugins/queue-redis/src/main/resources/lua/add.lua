-- ARGV: now, settled, then the values of each job.
local now, settled = ARGV[1], tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', key('seen'), '-inf', settled)
for first = 2, #ARGV - 1, #FIELDS do
  local id, position = ARGV[first + 1], ARGV[first + 8]
  local new = tonumber(position) <= settled or redis.call('ZADD', key('seen'), 'NX', position, id) == 1
  if new and redis.call('EXISTS', job_key(id)) == 0 then
    local line, organisation = ARGV[first + 2] .. ':' .. ARGV[first + 6], ARGV[first + 5]
    local served = tonumber(redis.call('GET', key('served:' .. line)) or '0')
    local last = tonumber(redis.call('HGET', key('turns:' .. line), organisation) or '0')
    local turn = string.format('%.0f', math.max(served, last) + 1)
    redis.call('HSET', key('turns:' .. line), organisation, turn)
    put(first, turn, now)
  end
end
return 1
