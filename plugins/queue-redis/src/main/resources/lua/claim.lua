-- ARGV: now, until when, the type, how many at most, the worker.
local now, till, type, most, worker = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]
for _, waiting in ipairs({'delayed', 'running'}) do
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', key(waiting), '-inf', now, 'LIMIT', 0, 1000)) do
    redis.call('ZREM', key(waiting), id)
    redis.call('SADD', key('pending'), id)
    offer(id)
  end
end

local ids = redis.call('ZRANGE', key('ready:' .. type), 0, most - 1)
if #ids == 0 then
  return {}
end
many('ZREM', key('ready:' .. type), ids)
many('SREM', key('pending'), ids)
local running, claims, lines = {}, {}, {}
for i, id in ipairs(ids) do
  running[#running + 1] = till
  running[#running + 1] = id
  local claim = values(id)
  claim[TOKEN] = string.format('%.0f', claim[TOKEN] + 1)
  claim[RUN_AT] = till
  claim[ATTEMPT] = string.format('%.0f', claim[ATTEMPT] + 1)
  redis.call('HSET', job_key(id), 'worker', worker, 'run_at', till, 'attempt', claim[ATTEMPT], 'token', claim[TOKEN])
  local line = type .. ':' .. claim[PRIORITY]
  lines[line] = math.max(lines[line] or 0, tonumber(claim[TURN]))
  claims[i] = claim
end
many('ZADD', key('running'), running)

local empty = redis.call('EXISTS', key('ready:' .. type)) == 0
for line, turn in pairs(lines) do
  if turn > tonumber(redis.call('GET', key('served:' .. line)) or '0') then
    redis.call('SET', key('served:' .. line), string.format('%.0f', turn))
  end
  if empty then
    redis.call('DEL', key('turns:' .. line))
  end
end
return claims
