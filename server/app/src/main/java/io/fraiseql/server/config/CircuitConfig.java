package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** {@code observers.circuit}: when a server that actions call is left alone. */
public record CircuitConfig(
        @Default("true")
        @Help("Whether deliveries wait for a server that fails, rather than being tried until they are given up")
        boolean enabled,

        @Default("10") @Help("Tries in a row, of all rules, that must have failed for now or taken too long")
        int failures,

        @Default("30s") @Help("How long nothing is sent to it; after that one try shows whether it is back")
        Duration openFor) {

    public CircuitConfig {
        if (failures < 1) {
            throw new IllegalArgumentException("failures must be at least 1");
        }
        if (openFor.isZero() || openFor.isNegative()) {
            throw new IllegalArgumentException("openFor must be more than nothing");
        }
    }
}
