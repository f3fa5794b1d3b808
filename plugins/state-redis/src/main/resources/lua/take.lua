-- ARGV: the bucket, how many tokens come into it in a second, how many are wanted at most. Gives how many were taken, and when there were none, in how many
-- microseconds there is one. A bucket holds a second's worth, and one at least; it is a hash of its tokens and of the time at which there were so many.
local key, rate = KEYS[1] .. 'bucket:' .. ARGV[1], tonumber(ARGV[2])
local most = math.max(1, rate)
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local kept = redis.call('HMGET', key, 'tokens', 'at')
local tokens = most
if kept[1] then
  tokens = math.min(most, kept[1] + math.max(0, now - kept[2]) * rate / 1000000)
end
local taken = math.min(tonumber(ARGV[3]), math.floor(tokens))
tokens = tokens - taken
redis.call('HSET', key, 'tokens', string.format('%.9f', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', key, math.ceil(most / rate * 1000) + 1000)
if taken > 0 then
  return {taken, 0}
end
return {0, math.ceil((1 - tokens) * 1000000 / rate)}
