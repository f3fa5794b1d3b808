package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the server without breaking off requests: as a listener of Jetty's server it holds back the stop until the running requests
 * have ended or {@link DrainConfig#timeout} has passed. Thread-safe.
 */
public final class Drain implements LifeCycle.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    /** For the last words to clients of streams; who does not take them is cut off. */
    private static final long STREAMS_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final DrainConfig config;
    private final LongAdder inFlight = new LongAdder();
    private volatile boolean stopping;
    private volatile boolean refusing;
    private volatile Streams streams = new Streams(() -> {}, () -> 0);

    /**
     * What does not end by itself.
     *
     * @param end asks for its end; never waits
     * @param open how many are open
     */
    record Streams(Runnable end, LongSupplier open) {}

    Drain(DrainConfig config) {
        this.config = config;
    }

    /** Sets what is to be ended when the server stops. */
    void ending(Streams open) {
        streams = open;
    }

    /** What is told to who comes when no more requests are taken. */
    public static FraiseqlException stopping() {
        return new FraiseqlException(CoreErrorCode.UNAVAILABLE, "The server is stopping; try again");
    }

    /** Whether the server is about to stop; false while it may still be asked. */
    public boolean isStopping() {
        return stopping;
    }

    /** How many requests are being answered. */
    public long inFlight() {
        return inFlight.sum();
    }

    /** Counts a request in; each call is followed by one {@link #end}. Returns whether it may be answered. */
    public boolean begin() {
        // Counted before the flag is read: the drain either sees this request or is seen by it.
        inFlight.increment();
        return !refusing;
    }

    /**
     * Counts a request in; each call that returns is followed by one {@link #end}.
     *
     * @throws FraiseqlException {@code UNAVAILABLE} when it may not be answered
     */
    public void enter() {
        if (!begin()) {
            end();
            throw stopping();
        }
    }

    /** Counts a request out. */
    public void end() {
        inFlight.decrement();
    }

    @Override
    public void lifeCycleStopping(LifeCycle event) {
        stopping = true;
        await(System.nanoTime() + config.delay().toNanos(), () -> false);
        refusing = true;
        streams.end().run();
        await(System.nanoTime() + STREAMS_NANOS, () -> streams.open().getAsLong() == 0);
        await(System.nanoTime() + config.timeout().toNanos(), () -> inFlight() == 0);
        long left = inFlight();
        if (left > 0) {
            LOG.warn("{} requests did not end within {} and are broken off", left, config.timeout());
            if (event instanceof Server server) {
                // They had their time; without this Jetty would grant them its own once more.
                server.setStopTimeout(0);
            }
        }
    }

    private void await(long until, BooleanSupplier enough) {
        while (until - System.nanoTime() > 0 && !enough.getAsBoolean()) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
