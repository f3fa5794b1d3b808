package io.fraiseql.spi.job;

/**
 * A job as it is in the queue: data, made by a queue.
 *
 * @param worker who has it, or had it last without ending it; empty when nobody has
 */
public record QueuedJob(Job job, State state, String worker) {

    /** How it stands. */
    public enum State {
        /** It may be claimed, when it is its turn. */
        PENDING,
        /** It waits for its time. */
        DELAYED,
        /** A worker has it, until {@link Job#runAt}. */
        RUNNING
    }
}
