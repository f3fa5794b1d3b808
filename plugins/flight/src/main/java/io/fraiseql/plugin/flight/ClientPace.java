package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;

/** Lets a stream go as fast as its client takes it. Made on gRPC's thread of the call, then used by the thread of the stream and by gRPC's. */
final class ClientPace {

    private final ServerStreamListener listener;
    private final long stallNanos;
    private final Runnable left;
    private @Nullable FraiseqlException stopped;

    /**
     * @param stallNanos how long the client may take nothing
     * @param left what to do when the client has left; must not wait
     */
    ClientPace(ServerStreamListener listener, long stallNanos, Runnable left) {
        this.listener = listener;
        this.stallNanos = stallNanos;
        this.left = left;
        listener.setOnReadyHandler(this::wake);
        listener.setOnCancelHandler(this::cancelled);
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void cancelled() {
        left.run();
        wake();
    }

    /** Lets the stream end with an error; the first one counts. */
    synchronized void stop(FraiseqlException reason) {
        if (stopped == null) {
            stopped = reason;
        }
        notifyAll();
    }

    /** Why a stream failed: because of {@link #stop} if that was called, which also cancels the statement. */
    synchronized Throwable reason(Throwable failure) {
        return stopped == null ? failure : stopped;
    }

    /** Whether nobody waits for the stream any more. */
    boolean clientLeft() {
        return listener.isCancelled();
    }

    /**
     * Whether somebody still waits for the stream.
     *
     * @throws FraiseqlException when it was stopped
     */
    synchronized boolean goesOn() {
        if (stopped != null) {
            throw stopped;
        }
        return !listener.isCancelled();
    }

    /**
     * Waits until the client takes more; false when it has left.
     *
     * @throws FraiseqlException when it takes too long, or the server stops
     */
    synchronized boolean await() {
        long deadline = System.nanoTime() + stallNanos;
        while (goesOn()) {
            if (listener.isReady()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new FraiseqlException(
                        FlightErrorCode.CLIENT_STALLED,
                        "the client took nothing for " + TimeUnit.NANOSECONDS.toSeconds(stallNanos)
                                + " s (flight.stallTimeout); read faster or ask for less");
            }
            waitNanos(left);
        }
        return false;
    }

    private synchronized void waitNanos(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
    }

    /** What streams end with when the server stops. */
    static FraiseqlException stopping() {
        return new FraiseqlException(FlightErrorCode.STOPPING, "the server is stopping; try again");
    }
}
