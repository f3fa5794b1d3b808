package io.fraiseql.core.observer;

import java.time.Duration;

/**
 * How long a process may go on with what it has claimed: a quarter of the visibility before others may claim it, by the time at which it began to
 * ask for that. One thread moves it, any reads it.
 */
final class Patience {

    private final long visibility;
    private volatile long since;

    Patience(Duration visibility) {
        this.visibility = visibility.toNanos();
        this.since = System.nanoTime() - this.visibility;
    }

    /** Everything that is claimed was claimed, or extended, not before that time. */
    void since(long nanos) {
        since = nanos;
    }

    /** Something more is claimed, since that time. */
    void alsoSince(long nanos) {
        since = since - nanos > 0 ? nanos : since;
    }

    /** Not positive when it may not. */
    long nanosToAct() {
        return since + visibility / 4 * 3 - System.nanoTime();
    }

    /** How long until it is time to ask for more. */
    long nanosToExtend() {
        return since + visibility / 3 - System.nanoTime();
    }
}
