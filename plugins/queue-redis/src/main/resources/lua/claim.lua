-- ARGV: now, until when, the type, how many at most, the worker. Gives the jobs, their tries, who had them before, and the token before theirs.
local now, till, type, most, worker = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]
for _, waiting in ipairs({'delayed', 'running'}) do
  local due = redis.call('ZRANGEBYSCORE', key(waiting), '-inf', now, 'LIMIT', 0, 1000)
  many('ZREM', waiting, due)
  for i, head in ipairs(heads_of(due)) do
    offer(due[i], head)
  end
end
write_gathered()

local ids = redis.call('ZRANGE', key('ready:' .. type), 0, most - 1)
if #ids == 0 then
  return {{}, {}, {}, 0}
end
redis.call('ZREMRANGEBYRANK', key('ready:' .. type), 0, #ids - 1)
local token = redis.call('INCRBY', key('tokens'), #ids) - #ids
local attempts, before, lines = {}, {}, {}
for i, head in ipairs(heads_of(ids)) do
  before[i] = head[WORKER]
  attempts[i] = head[ATTEMPT] + 1
  head[TOKEN], head[ATTEMPT], head[WORKER] = token + i, attempts[i], worker
  keep_head(ids[i], head)
  gather('ZADD', 'running', till, ids[i])
  lines[head[PRIORITY]] = math.max(lines[head[PRIORITY]] or 0, head[TURN])
end
write_gathered()

local empty = redis.call('EXISTS', key('ready:' .. type)) == 0
for priority, turn in pairs(lines) do
  local line = type .. ':' .. priority
  if turn > tonumber(redis.call('GET', key('served:' .. line)) or '0') then
    redis.call('SET', key('served:' .. line), turn)
  end
  if empty then
    redis.call('DEL', key('turns:' .. line))
  end
end
return {each('HMGET', 'jobs', ids), attempts, before, token}
