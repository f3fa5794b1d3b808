package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** {@code observers.dedup}: what is done is not done again, with a state store. */
public record DedupConfig(
        @Default("true")
        @Help("Whether an action that was done is not done again when its event comes again; needs state.store")
        boolean enabled,

        @Default("300s") @Help("How long it is known that an action was done")
        Duration window) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public DedupConfig {
        if (window.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("window must be at least 1s");
        }
    }
}
