package io.fraiseql.core.execute;

import java.time.Duration;

/**
 * The bounds of mutations.
 *
 * @param maxRows rows that one mutation may write
 * @param outbox whether writes append their events to the outbox
 * @param batchesKnown for how long the ids of uploaded batches are remembered
 */
public record MutationOptions(int maxRows, boolean outbox, Duration batchesKnown) {

    /** As the configuration has them by default. */
    public static final MutationOptions DEFAULT = new MutationOptions(10_000, true);

    /** With the default of what is remembered. */
    public MutationOptions(int maxRows, boolean outbox) {
        this(maxRows, outbox, Duration.ofDays(7));
    }
}
