package io.fraiseql.server.health;

import io.fraiseql.spi.error.FraiseqlException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests can be answered: every backend gave a sign of life less than a second ago and the server is not stopping. However often
 * it is asked, the backends are asked once a second and by one thread. Thread-safe.
 */
public final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long VALID_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Supplier<String>> backends;
    private final BooleanSupplier stopping;
    private final LongSupplier nanoTime;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Result last;

    /**
     * Not ready until first asked.
     *
     * @param backends by name; each returns when its backend lives and throws when it does not
     * @param stopping whether the server is about to stop
     * @param nanoTime as {@link System#nanoTime}
     */
    public Readiness(Map<String, Supplier<String>> backends, BooleanSupplier stopping, LongSupplier nanoTime) {
        this.backends = Map.copyOf(backends);
        this.stopping = stopping;
        this.nanoTime = nanoTime;
        this.last = new Result(false, nanoTime.getAsLong() - VALID_NANOS);
    }

    /** Whether the server is ready now; blocks as long as the backends take to answer. */
    public boolean ready() {
        if (stopping.getAsBoolean()) {
            return false;
        }
        boolean fresh = nanoTime.getAsLong() - last.since() < VALID_NANOS;
        if (!fresh && asking.compareAndSet(false, true)) {
            try {
                last = new Result(alive(), nanoTime.getAsLong());
            } finally {
                asking.set(false);
            }
        }
        return last.ready();
    }

    private boolean alive() {
        boolean alive = true;
        for (Map.Entry<String, Supplier<String>> backend : backends.entrySet()) {
            try {
                LOG.debug("{} answers: {}", backend.getKey(), backend.getValue().get());
            } catch (FraiseqlException e) {
                LOG.warn("Not ready: {} does not answer", backend.getKey(), e);
                alive = false;
            }
        }
        return alive;
    }

    private record Result(boolean ready, long since) {}
}
