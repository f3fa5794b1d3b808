-- ARGV: what is given back, who has it.
local key = KEYS[1] .. 'claim:' .. ARGV[1]
if redis.call('GET', key) == '+' .. ARGV[2] then
  redis.call('DEL', key)
end
return 0
