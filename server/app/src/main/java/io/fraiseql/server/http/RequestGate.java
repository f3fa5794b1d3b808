package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.metrics.HttpMetrics;
import io.fraiseql.server.metrics.Rejection;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Admits as many requests at once as there are database connections. The rest wait, within the bounds of {@link AdmissionConfig}; a
 * request that arrives as another leaves may pass them, because to wake a thread for each costs more than to answer it (decision 20).
 * Thread-safe.
 */
public final class RequestGate {

    private final Semaphore permits;
    private final int queue;
    private final long maxWaitNanos;
    private final AtomicInteger waiting = new AtomicInteger();
    private final HttpMetrics metrics;

    RequestGate(int permits, AdmissionConfig config, HttpMetrics metrics) {
        this.permits = new Semaphore(permits);
        this.queue = config.queue();
        this.maxWaitNanos = config.maxWait().toNanos();
        this.metrics = metrics;
    }

    /**
     * Waits for admission. Each call that returns must be followed by one {@link #leave}.
     *
     * @param deadlineNanos the {@link System#nanoTime} after which waiting is useless
     * @throws FraiseqlException {@link CoreErrorCode#OVERLOADED} when the queue is full or the wait took too long
     */
    public void enter(long deadlineNanos) {
        if (permits.tryAcquire()) {
            return;
        }
        if (waiting.incrementAndGet() > queue) {
            waiting.decrementAndGet();
            throw refused(Rejection.QUEUE_FULL, "The server is busy and its queue is full; try again later");
        }
        try {
            long wait = Math.min(maxWaitNanos, deadlineNanos - System.nanoTime());
            if (!permits.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
                throw refused(
                        Rejection.WAIT_TIMEOUT, "The server is busy and the request waited too long; try again later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(Rejection.DRAINING, "The server is stopping; try again");
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Ends what {@link #enter} began. */
    public void leave() {
        permits.release();
    }

    private FraiseqlException refused(Rejection reason, String message) {
        metrics.rejected(reason);
        return new FraiseqlException(CoreErrorCode.OVERLOADED, message);
    }
}
