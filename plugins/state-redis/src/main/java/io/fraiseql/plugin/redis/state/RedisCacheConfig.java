package io.fraiseql.plugin.redis.state;

import io.fraiseql.plugin.redis.RedisAddress;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import java.time.Duration;

/** Where the Redis is in which others keep what they have cached, {@code plugins.<id>.redis-cache}. */
public record RedisCacheConfig(
        @Default("redis://127.0.0.1:6379")
        @Help("Where Redis is, with rediss: over TLS; a path such as /2 names a database")
        String url,

        @Help("Who logs in, where Redis has users") @Nullable
        String user,

        @Help("The password") @Nullable Secret password,

        @Default("2s") @Help("How long to wait for an answer")
        Duration timeout) {

    public RedisCacheConfig {
        new RedisAddress(url, user, password, timeout);
    }

    RedisAddress address() {
        return new RedisAddress(url, user, password, timeout);
    }
}
