package io.fraiseql.plugin.redis;

import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis for one use. One that does not answer at first is looked at when it does, and again whenever it was gone, for it may be another one then.
 * Thread-safe.
 */
public final class RedisLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

    private final UnifiedJedis redis;
    private final RedisUse use;
    private final String prefix;
    private final boolean durable;
    private volatile boolean suitable;

    private RedisLink(UnifiedJedis redis, RedisConfig config, RedisUse use) {
        String name = config.name();
        this.redis = redis;
        this.use = use;
        this.prefix = "fraiseql:{" + (name == null ? use.name() : name) + "}:";
        this.durable = config.requireDurable();
    }

    /**
     * Opens it; one that does not answer is said to be unavailable until it does.
     *
     * @throws FraiseqlException {@code UNSUITABLE}
     */
    public static RedisLink open(RedisConfig config, RedisUse use) {
        RedisLink link = new RedisLink(config.address().client(), config, use);
        try {
            link.ping();
        } catch (FraiseqlException e) {
            if (e.code() != RedisErrorCode.UNAVAILABLE) {
                link.close();
                throw e;
            }
            LOG.error("a Redis cannot be used now; it is tried again: {}", e.getMessage());
        }
        return link;
    }

    /** Runs a script, whose {@code KEYS[1]} is what every key begins with; all keys of a name are in one slot. */
    public Object run(Script script, List<String> arguments) {
        return call(client -> {
            if (!suitable) {
                requireStillSuitable(client);
            }
            return script.run(client, prefix, arguments);
        });
    }

    /** One that has become unsuitable is as good as gone, until somebody has mended it. */
    private void requireStillSuitable(UnifiedJedis client) {
        try {
            Suitability.ask(client).require(durable, use);
            suitable = true;
        } catch (FraiseqlException e) {
            throw new FraiseqlException(RedisErrorCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T call(Function<UnifiedJedis, T> body) {
        try {
            return body.apply(redis);
        } catch (JedisException e) {
            // It may be another one when it is back.
            suitable = false;
            throw new FraiseqlException(
                    RedisErrorCode.UNAVAILABLE,
                    "the Redis of " + use.what() + " does not do what it is asked: " + e.getMessage(),
                    e);
        }
    }

    /** Its version; also finds out whether it is still one in which everything is safe, and takes writes. */
    public String ping() {
        return call(client -> {
            Suitability now = Suitability.ask(client);
            now.require(durable, use);
            suitable = true;
            now.requireWrites(use);
            return "Redis " + now.version();
        });
    }

    @Override
    public void close() {
        redis.close();
    }
}
