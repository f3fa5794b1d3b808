package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.metrics.HttpMetrics;
import io.fraiseql.server.metrics.Rejection;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.Semaphore;

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
            metrics.rejected(Rejection.EXPORTS_FULL);
            throw new FraiseqlException(
                    CoreErrorCode.OVERLOADED,
                    "Streams hold as many database connections as they may (all but one); try again later");
        }
        try {
            gate.enter(deadlineNanos);
        } catch (FraiseqlException e) {
            connections.release();
            throw e;
        }
    }

    /** Ends what {@link #enter} began. */
    public void leave() {
        gate.leave();
        connections.release();
    }
}
