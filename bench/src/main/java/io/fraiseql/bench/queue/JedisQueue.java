package io.fraiseql.bench.queue;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.RedisClient;

/** A queue in Redis, through Jedis: a script each that adds, claims and ends. */
public final class JedisQueue implements BareQueue {

    private static final List<String> KEYS = List.of("bare:{q}:jobs", "bare:{q}:ready", "bare:{q}:running");

    private static final String ADD = """
            for i = 1, #ARGV, 2 do
              redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
              redis.call('ZADD', KEYS[2], ARGV[i], ARGV[i])
            end
            """;
    private static final String CLAIM = """
            local ids = redis.call('ZRANGE', KEYS[2], 0, ARGV[1] - 1)
            if #ids == 0 then
              return {{}, {}}
            end
            redis.call('ZREMRANGEBYRANK', KEYS[2], 0, #ids - 1)
            for _, id in ipairs(ids) do
              redis.call('ZADD', KEYS[3], ARGV[2], id)
            end
            return {ids, redis.call('HMGET', KEYS[1], unpack(ids))}
            """;
    private static final String END = """
            redis.call('ZREM', KEYS[3], unpack(ARGV))
            redis.call('HDEL', KEYS[1], unpack(ARGV))
            """;

    private final RedisClient redis;
    private final String add;
    private final String claim;
    private final String end;

    public JedisQueue(String url) {
        this.redis = RedisClient.create(url);
        this.add = redis.scriptLoad(ADD, KEYS.get(0));
        this.claim = redis.scriptLoad(CLAIM, KEYS.get(0));
        this.end = redis.scriptLoad(END, KEYS.get(0));
    }

    @Override
    public void add(int first, int count) {
        List<String> values = new ArrayList<>(2 * count);
        for (int number = first; number < first + count; number++) {
            values.add(String.valueOf(number));
            values.add(BareJobs.event(number));
        }
        redis.evalsha(add, KEYS, values);
    }

    @Override
    public int take(int most) {
        String until = String.valueOf(System.currentTimeMillis());
        List<?> claimed = (List<?>) redis.evalsha(claim, KEYS, List.of(String.valueOf(most), until));
        List<String> ids =
                ((List<?>) claimed.get(0)).stream().map(String::valueOf).toList();
        if (!ids.isEmpty()) {
            redis.evalsha(end, KEYS, ids);
        }
        return ids.size();
    }

    @Override
    public void close() {
        redis.close();
    }
}
