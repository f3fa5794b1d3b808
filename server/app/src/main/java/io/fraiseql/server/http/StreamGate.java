package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.metrics.HttpMetrics;
import io.fraiseql.server.metrics.Rejection;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Admits what holds a database connection for long, over whatever transport, beside the other requests: never so much that none is left for
 * them. Thread-safe.
 */
public final class StreamGate {

    private final RequestGate gate;
    private final Semaphore connections;
    private final HttpMetrics metrics;

    /** @param connections of the database */
    StreamGate(RequestGate gate, int connections, HttpMetrics metrics) {
        this.gate = gate;
        this.connections = new Semaphore(Math.max(1, connections - 1));
        this.metrics = metrics;
    }

    /**
     * Waits for admission. Each call that returns must be followed by one {@link #leave}.
     *
     * @param deadlineNanos the {@link System#nanoTime} after which waiting is useless
     * @throws FraiseqlException {@link CoreErrorCode#OVERLOADED} when there is no room
     */
    public void enter(long deadlineNanos) {
        if (!connections.tryAcquire()) {
            throw full();
        }
        enterGate(deadlineNanos);
    }

    private FraiseqlException full() {
        metrics.rejected(Rejection.EXPORTS_FULL);
        return new FraiseqlException(
                CoreErrorCode.OVERLOADED,
                "Streams hold as many database connections as they may (all but one); try again later");
    }

    /** With a connection. */
    private void enterGate(long deadlineNanos) {
        try {
            gate.enter(deadlineNanos);
        } catch (FraiseqlException e) {
            connections.release();
            throw e;
        }
    }

    /**
     * Admits a part of what goes on for long and holds a connection for each part only: waits for room instead of being refused at once. Each call
     * that returns must be followed by one {@link #leave}.
     *
     * @param deadlineNanos the {@link System#nanoTime} after which waiting is useless
     * @throws FraiseqlException {@link CoreErrorCode#OVERLOADED} when there is no room until then
     */
    public void enterPart(long deadlineNanos) {
        try {
            if (!connections.tryAcquire(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full();
        }
        enterGate(deadlineNanos);
    }

    /** Ends what {@link #enter} or {@link #enterPart} began. */
    public void leave() {
        gate.leave();
        connections.release();
    }
}
