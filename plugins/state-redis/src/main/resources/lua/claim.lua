-- ARGV: what is taken, who takes it, for how many milliseconds. Gives 0 when it is taken, -1 when it is finished, or how many milliseconds another has it.
-- A key has '+' and the holder, or '.' when it is finished.
local key, holder = KEYS[1] .. 'claim:' .. ARGV[1], '+' .. ARGV[2]
local value = redis.call('GET', key)
if value == '.' then
  return -1
end
if value and value ~= holder then
  return math.max(1, redis.call('PTTL', key))
end
redis.call('SET', key, holder, 'PX', ARGV[3])
return 0
