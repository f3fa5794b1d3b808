package io.fraiseql.core.observer;

import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import java.time.Duration;

/**
 * How trying an action ended.
 *
 * @param error what is kept of a failure; null when it was done
 * @param retryAfter how long the other side wants to be left alone; null when it did not say
 * @param cutOff whether it was not tried, or not to its end, because this process may be taken for gone
 */
record Outcome(
        PendingDelivery delivery,
        @Nullable Failure failure,
        @Nullable String error,
        @Nullable Duration retryAfter,
        boolean cutOff) {

    static Outcome done(PendingDelivery delivery) {
        return new Outcome(delivery, null, null, null, false);
    }

    static Outcome failed(PendingDelivery delivery, Failure failure, String error, @Nullable Duration retryAfter) {
        return new Outcome(delivery, failure, error, retryAfter, false);
    }

    static Outcome cutOff(PendingDelivery delivery) {
        return new Outcome(delivery, null, null, null, true);
    }
}
