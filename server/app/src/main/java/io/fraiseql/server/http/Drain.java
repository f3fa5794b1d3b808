package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
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
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final DrainConfig config;
    private final LongAdder inFlight = new LongAdder();
    private volatile boolean stopping;
    private volatile boolean refusing;

    Drain(DrainConfig config) {
        this.config = config;
    }

    /** Whether the server is about to stop; false while it may still be asked. */
    public boolean stopping() {
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
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "The server is stopping; try again");
        }
    }

    /** Counts a request out. */
    public void end() {
        inFlight.decrement();
    }

    @Override
    public void lifeCycleStopping(LifeCycle event) {
        stopping = true;
        await(System.nanoTime() + config.delay().toNanos(), false);
        refusing = true;
        await(System.nanoTime() + config.timeout().toNanos(), true);
        long left = inFlight();
        if (left > 0) {
            LOG.warn("{} requests did not end within {} and are broken off", left, config.timeout());
            if (event instanceof Server server) {
                // They had their time; without this Jetty would grant them its own once more.
                server.setStopTimeout(0);
            }
        }
    }

    private void await(long until, boolean endEarly) {
        while (until - System.nanoTime() > 0 && !(endEarly && inFlight() == 0)) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
