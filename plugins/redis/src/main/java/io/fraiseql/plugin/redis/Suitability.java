package io.fraiseql.plugin.redis;

import io.fraiseql.spi.error.FraiseqlException;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/** What Redis says of itself, and whether what is in it is safe. Immutable. */
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
     * Refuses a Redis in which nothing is safe.
     *
     * @throws FraiseqlException {@code UNSUITABLE}, saying what to do
     */
    void require(boolean durable, RedisUse use) {
        String[] parts = version.split("\\.");
        int major = Integer.parseInt(parts[0]);
        if (major < MAJOR || major == MAJOR && parts.length > 1 && Integer.parseInt(parts[1]) < MINOR) {
            throw unsuitable(use, "is version " + version + ", and this plugin needs 6.2 or newer");
        }
        String otherwise = ", or " + use.section() + ".requireDurable to false";
        if (durable && !appends) {
            throw unsuitable(use, "would lose it when it stops: set appendonly to yes" + otherwise);
        }
        if (durable && !eviction.equals("noeviction")) {
            throw unsuitable(
                    use,
                    "drops keys when its memory is full: set maxmemory-policy to noeviction instead of " + eviction
                            + otherwise);
        }
    }

    private static FraiseqlException unsuitable(RedisUse use, String why) {
        return new FraiseqlException(RedisErrorCode.UNSUITABLE, "the Redis of " + use.what() + " " + why);
    }
}
