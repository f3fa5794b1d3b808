package io.fraiseql.core.execute;

/**
 * The bounds of mutations.
 *
 * @param maxRows rows that one mutation may write
 * @param outbox whether writes append their events to the outbox
 */
public record MutationOptions(int maxRows, boolean outbox) {

    /** As the configuration has them by default. */
    public static final MutationOptions DEFAULT = new MutationOptions(10_000, true);
}
