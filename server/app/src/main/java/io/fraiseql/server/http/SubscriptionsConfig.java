package io.fraiseql.server.http;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** {@code http.subscriptions}: WebSockets and event streams. None of them holds a database connection or a thread. */
public record SubscriptionsConfig(
        @Default("10000") @Help("Subscriptions of all clients together; 0 for none. One more is refused")
        int max,

        @Default("100") @Help("Operations of one WebSocket at once; one more is refused")
        int maxPerSocket,

        @Default("1MiB") @Help("Answers that may wait for one client; one that takes them more slowly is cut off")
        ByteSize maxWaiting,

        @Default("3s") @Help("How long a WebSocket may take for its connection_init; then it is closed with 4408")
        Duration initTimeout,

        @Default("12s")
        @Help("How often idle clients get a sign of life; one that gives none for three times as long is cut off")
        Duration keepAlive) {

    public SubscriptionsConfig {
        if (max < 0) {
            throw new IllegalArgumentException("max cannot be negative");
        }
        if (maxPerSocket < 1) {
            throw new IllegalArgumentException("maxPerSocket must be at least 1");
        }
        if (maxWaiting.bytes() < 1) {
            throw new IllegalArgumentException("maxWaiting must be at least 1B");
        }
        Durations.requirePositive("initTimeout", initTimeout);
        Durations.requirePositive("keepAlive", keepAlive);
    }
}
