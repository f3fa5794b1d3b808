package io.fraiseql.core.observer;

import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import java.time.Duration;

/**
 * How trying an action ended.
 *
 * @param failure why it failed; null otherwise
 * @param error what is kept of a failure; null otherwise
 * @param retryAfter how long the other side wants to be left alone, or how long to wait for somebody else; null when that is not known
 */
record Outcome(
        PendingDelivery delivery,
        End end,
        @Nullable Failure failure,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    /** What became of it. */
    enum End {
        /** It was done. */
        DONE,
        /** It was done already. */
        SKIPPED,
        /** It was tried in vain. */
        FAILED,
        /** It was not tried, or not to its end, because this process may be taken for gone. */
        CUT_OFF,
        /** It was not tried, because somebody else may be at it. */
        HELD
    }

    static Outcome done(PendingDelivery delivery) {
        return new Outcome(delivery, End.DONE, null, null, null);
    }

    static Outcome skipped(PendingDelivery delivery) {
        return new Outcome(delivery, End.SKIPPED, null, null, null);
    }

    static Outcome failed(PendingDelivery delivery, Failure failure, String error, @Nullable Duration retryAfter) {
        return new Outcome(delivery, End.FAILED, failure, error, retryAfter);
    }

    static Outcome cutOff(PendingDelivery delivery) {
        return new Outcome(delivery, End.CUT_OFF, null, null, null);
    }

    static Outcome held(PendingDelivery delivery, Duration wait) {
        return new Outcome(delivery, End.HELD, null, null, wait);
    }

    /** Whether it says something of what the action depends on. */
    boolean reached() {
        return end == End.DONE || end == End.FAILED;
    }

    /** Whether nothing is known to have been tried, so that it is to be tried after {@link #pause}. */
    boolean isOpen() {
        return end == End.CUT_OFF || end == End.HELD;
    }

    /** How long to leave it alone at least. */
    Duration pause() {
        return retryAfter == null ? Duration.ZERO : retryAfter;
    }
}
