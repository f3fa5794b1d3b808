-- ARGV: what is finished, for how many milliseconds that is remembered.
redis.call('SET', KEYS[1] .. 'claim:' .. ARGV[1], '.', 'PX', ARGV[2])
return 0
