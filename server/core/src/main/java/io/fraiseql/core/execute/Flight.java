package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A result that one request is reading and others wait for. Thread-safe. */
final class Flight {

    private final long stamp;
    private final CountDownLatch landed = new CountDownLatch(1);
    private volatile byte @Nullable [] result;

    Flight(long stamp) {
        this.stamp = stamp;
    }

    /** The stamp of the sources before the reading began. */
    long stamp() {
        return stamp;
    }

    /** Ends the flight; null when there is no result. */
    void land(byte @Nullable [] json) {
        result = json;
        landed.countDown();
    }

    /**
     * Waits for the result; null when there is none.
     *
     * @throws FraiseqlException {@link CoreErrorCode#TIMEOUT} when it does not come in time
     */
    byte @Nullable [] await(long nanos) {
        try {
            if (!landed.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new FraiseqlException(
                        CoreErrorCode.TIMEOUT, "the request ran out of time; ask for less or try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "the server is stopping; try again", e);
        }
        return result;
    }
}
