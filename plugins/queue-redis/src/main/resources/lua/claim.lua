-- ARGV: now, until when, the type, how many at most, the worker.
local now, till, type, most, worker = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]
for _, waiting in ipairs({'delayed', 'running'}) do
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', key(waiting), '-inf', now, 'LIMIT', 0, 1000)) do
    redis.call('ZREM', key(waiting), id)
    redis.call('SADD', key('pending'), id)
    offer(id)
  end
end
local claims = {}
local lines = {}
for _, id in ipairs(redis.call('ZRANGE', key('ready:' .. type), 0, most - 1)) do
  local job = job_key(id)
  local before = redis.call('HMGET', job, 'worker', 'turn', 'priority', 'attempt', 'token')
  redis.call('ZREM', key('ready:' .. type), id)
  redis.call('SREM', key('pending'), id)
  redis.call('ZADD', key('running'), till, id)
  redis.call('HSET', job, 'worker', worker, 'run_at', till, 'attempt', before[4] + 1, 'token', before[5] + 1)
  local line = type .. ':' .. before[3]
  lines[line] = math.max(lines[line] or 0, tonumber(before[2]))
  local claim = values(id)
  claim[2] = before[1]
  claims[#claims + 1] = claim
end
local empty = #claims > 0 and redis.call('EXISTS', key('ready:' .. type)) == 0
for line, turn in pairs(lines) do
  if turn > tonumber(redis.call('GET', key('served:' .. line)) or '0') then
    redis.call('SET', key('served:' .. line), string.format('%.0f', turn))
  end
  if empty then
    redis.call('DEL', key('turns:' .. line))
  end
end
return claims
