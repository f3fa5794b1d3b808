package io.fraiseql.plugin.redis.queue;

import io.fraiseql.spi.error.FraiseqlException;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/** What Redis says of itself, and whether jobs are safe in it. Immutable. */
record Suitability(String version, boolean appends, String eviction) {

    private static final int MAJOR = 6;
    private static final int MINOR = 2;

    static Suitability ask(UnifiedJedis redis) {
        Map<String, String> facts = new HashMap<>();
        for (String line : redis.info().split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                facts.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new Suitability(
                facts.getOrDefault("redis_version", "0"),
                "1".equals(facts.get("aof_enabled")),
                facts.getOrDefault("maxmemory_policy", "unknown"));
    }

    /**
     * Refuses a Redis in which jobs are not safe.
     *
     * @throws FraiseqlException {@code UNSUITABLE}, saying what to do
     */
    void require(boolean durable) {
        String[] parts = version.split("\\.");
        int major = Integer.parseInt(parts[0]);
        if (major < MAJOR || major == MAJOR && parts.length > 1 && Integer.parseInt(parts[1]) < MINOR) {
            throw unsuitable("is version " + version + ", and this plugin needs 6.2 or newer");
        }
        if (durable && !appends) {
            throw unsuitable(
                    "would lose jobs when it stops: set appendonly to yes, or plugins.queue-redis.redis.requireDurable"
                            + " to false");
        }
        if (durable && !eviction.equals("noeviction")) {
            throw unsuitable("drops keys when its memory is full: set maxmemory-policy to noeviction instead of "
                    + eviction + ", or plugins.queue-redis.redis.requireDurable to false");
        }
    }

    private static FraiseqlException unsuitable(String why) {
        return new FraiseqlException(RedisQueueErrorCode.UNSUITABLE, "the Redis of the queue of jobs " + why);
    }
}
