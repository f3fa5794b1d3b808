package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls that wait for what their client sends, each on a thread of gRPC's: so many at once and no longer than the client is alive. Thread-safe.
 */
final class Inbound implements AutoCloseable {

    private final int most;
    private final Semaphore room;
    private final long stallNanos;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new PluginThreads("flight-clock"));
    private volatile boolean stopping;

    Inbound(FlightConfig config) {
        this.most = config.maxUploads();
        this.room = new Semaphore(most);
        this.stallNanos = config.stallTimeout().toNanos();
    }

    /**
     * Runs a call that waits for its client.
     *
     * @throws FraiseqlException {@code OVERLOADED} when as many run as may run
     */
    <T> T admit(Supplier<T> call) {
        if (!room.tryAcquire()) {
            throw new FraiseqlException(
                    FlightErrorCode.OVERLOADED,
                    "as many calls send as may send (flight.maxUploads: " + most + "); try again later");
        }
        try {
            return call.get();
        } finally {
            room.release();
        }
    }

    /**
     * Waits for the client.
     *
     * @throws FraiseqlException {@code CLIENT_STALLED} when it sends nothing for too long, {@code STOPPING}
     */
    <T> T receive(Supplier<T> next) {
        Wait wait = new Wait(Thread.currentThread());
        waits.add(wait);
        Future<?> end = clock.schedule(() -> wait.end(stalled()), stallNanos, TimeUnit.NANOSECONDS);
        try {
            if (stopping) {
                throw ClientPace.stopping();
            }
            return next.get();
        } catch (RuntimeException e) {
            throw wait.reason(e);
        } finally {
            end.cancel(false);
            wait.done();
            waits.remove(wait);
        }
    }

    private FraiseqlException stalled() {
        return new FraiseqlException(
                FlightErrorCode.CLIENT_STALLED,
                "the client sent nothing for " + TimeUnit.NANOSECONDS.toSeconds(stallNanos)
                        + " s (flight.stallTimeout)");
    }

    /** Ends what waits. */
    @Override
    public void close() {
        stopping = true;
        waits.forEach(wait -> wait.end(ClientPace.stopping()));
        clock.shutdownNow();
    }

    /** One wait, which ends by an interrupt, for Arrow has no other way. */
    private static final class Wait {

        private final Thread thread;
        private @Nullable FraiseqlException ended;
        private boolean done;

        Wait(Thread thread) {
            this.thread = thread;
        }

        synchronized void end(FraiseqlException reason) {
            if (!done && ended == null) {
                ended = reason;
                thread.interrupt();
            }
        }

        synchronized RuntimeException reason(RuntimeException failure) {
            return ended == null ? failure : ended;
        }

        synchronized void done() {
            done = true;
            if (ended != null) {
                // nobody else interrupts this thread, and what follows may wait again
                Thread.interrupted();
            }
        }
    }
}
