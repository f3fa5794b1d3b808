package io.fraiseql.plugin.redis;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/**
 * What Redis says of itself, and whether what is in it is safe. Immutable.
 *
 * @param obstacle why it takes no writes now; null when it takes them
 */
record Suitability(
        String version,
        boolean appends,
        String eviction,
        @Nullable String obstacle) {

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
                facts.getOrDefault("maxmemory_policy", "unknown"),
                obstacle(facts));
    }

    private static @Nullable String obstacle(Map<String, String> facts) {
        if ("slave".equals(facts.get("role")) && !"0".equals(facts.get("slave_read_only"))) {
            return "is a replica, which takes no writes; name the primary, or end this with REPLICAOF NO ONE";
        }
        long most = number(facts, "maxmemory");
        if (most > 0 && "noeviction".equals(facts.get("maxmemory_policy")) && number(facts, "used_memory") > most) {
            return "has no memory left; raise maxmemory";
        }
        return "err".equals(facts.get("aof_last_write_status"))
                ? "cannot write its append-only file; look whether its disk is full"
                : null;
    }

    private static long number(Map<String, String> facts, String name) {
        return Long.parseLong(facts.getOrDefault(name, "0"));
    }

    /**
     * Makes sure that something can be kept in it now.
     *
     * @throws FraiseqlException {@code UNAVAILABLE}, saying what to do
     */
    void requireWrites(RedisUse use) {
        if (obstacle != null) {
            throw new FraiseqlException(RedisErrorCode.UNAVAILABLE, "the Redis of " + use.what() + " " + obstacle);
        }
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
