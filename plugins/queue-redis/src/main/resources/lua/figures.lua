-- Gives how many are pending, delayed and running.
local delayed, running = redis.call('ZCARD', key('delayed')), redis.call('ZCARD', key('running'))
return {redis.call('HLEN', key('jobs')) - delayed - running, delayed, running}
