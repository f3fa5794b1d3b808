package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** How connections are kept. */
public record PoolConfig(
        @Help("Connections at most") @Default("10") int size,

        @Help("Connections kept open when nothing happens") @Default("2")
        int minimumIdle,

        @Help("How long opening one connection may take") @Default("5s")
        Duration connectTimeout,

        @Help("How long an unused connection above minimumIdle is kept") @Default("10m")
        Duration idleTimeout,

        @Help("How long a connection is used before it is replaced") @Default("30m")
        Duration maxLifetime,

        @Help("Prepared statements kept by each connection") @Default("256")
        int statements) {

    private static final Duration SHORTEST_CONNECT_TIMEOUT = Duration.ofMillis(250);
    private static final Duration SHORTEST_IDLE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(30);

    public PoolConfig {
        require(size >= 1, "pool size must be at least 1");
        require(minimumIdle >= 0 && minimumIdle <= size, "minimumIdle must be between 0 and size");
        require(statements >= 1, "statements must be at least 1");
        atLeast(connectTimeout, SHORTEST_CONNECT_TIMEOUT, "connectTimeout must be at least 250ms");
        atLeast(idleTimeout, SHORTEST_IDLE_TIMEOUT, "idleTimeout must be at least 10s");
        atLeast(maxLifetime, SHORTEST_LIFETIME, "maxLifetime must be at least 30s");
    }

    /** The defaults with another size. */
    public static PoolConfig ofSize(int size) {
        return new PoolConfig(
                size, Math.min(2, size), Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofMinutes(30), 256);
    }

    /** The same with another size. */
    public PoolConfig resized(int other) {
        return new PoolConfig(
                other, Math.min(minimumIdle, other), connectTimeout, idleTimeout, maxLifetime, statements);
    }

    private static void atLeast(Duration value, Duration shortest, String message) {
        require(value.compareTo(shortest) >= 0, message);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
