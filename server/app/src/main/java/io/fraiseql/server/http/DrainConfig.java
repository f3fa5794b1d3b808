package io.fraiseql.server.http;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** {@code http.drain}: how the server stops. */
public record DrainConfig(
        @Default("0s")
        @Help("How long requests are still taken after /health/ready turned 503, so that load balancers notice")
        Duration delay,

        @Default("30s") @Help("How long running requests may take to finish; new ones are answered with 503 meanwhile")
        Duration timeout) {

    public DrainConfig {
        Durations.requireNotNegative("delay", delay);
        Durations.requireNotNegative("timeout", timeout);
    }
}
