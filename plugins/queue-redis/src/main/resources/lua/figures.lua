return {redis.call('SCARD', key('pending')), redis.call('ZCARD', key('delayed')), redis.call('ZCARD', key('running'))}
