package io.fraiseql.core.observer;

import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import java.time.Duration;

/**
 * How trying an action ended.
 *
 * @param error what is kept of a failure; null when it was done
 * @param retryAfter how long the other side wants to be left alone; null when it did not say
 */
record Outcome(
        PendingDelivery delivery,
        @Nullable Failure failure,
        @Nullable String error,
        @Nullable Duration retryAfter) {}
