package io.fraiseql.plugin.redis;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import java.time.Duration;
import java.util.regex.Pattern;

/** Where a Redis is and what it must be like, {@code plugins.<id>.redis}. */
public record RedisConfig(
        @Default("redis://127.0.0.1:6379")
        @Help("Where Redis is, with rediss: over TLS; a path such as /2 names a database")
        String url,

        @Help("Who logs in, where Redis has users") @Nullable
        String user,

        @Help("The password") @Nullable Secret password,

        @Help(
                "A name in the keys fraiseql:{name}:…, 'jobs' or 'state' when it is not given; servers of one name share what is there")
        @Nullable
        String name,

        @Default("2s") @Help("How long to wait for an answer")
        Duration timeout,

        @Default("true")
        @Help(
                "Whether to refuse a Redis that may lose what is in it: one that writes no append-only file, or evicts keys")
        boolean requireDurable) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    public RedisConfig {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be letters, digits, '_', '.' and '-', 100 at most");
        }
        new RedisAddress(url, user, password, timeout);
    }

    RedisAddress address() {
        return new RedisAddress(url, user, password, timeout);
    }
}
