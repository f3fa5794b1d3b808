package io.fraiseql.server.config;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;

/** An entry of {@code observers.limits}. */
public record LimitConfig(
        @Nullable @Help("How many actions of the type are done at once, of all rules together")
        Integer concurrency,

        @Nullable @Help("How many are tried in a second, on average")
        Double perSecond) {

    public LimitConfig {
        if (concurrency == null && perSecond == null) {
            throw new IllegalArgumentException("say concurrency, perSecond or both");
        }
        if (concurrency != null && concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1");
        }
        if (perSecond != null && !(perSecond > 0 && perSecond <= 1_000_000)) {
            throw new IllegalArgumentException("perSecond must be more than 0 and at most 1000000");
        }
    }
}
