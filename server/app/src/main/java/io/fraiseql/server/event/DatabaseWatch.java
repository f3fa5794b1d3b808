package io.fraiseql.server.event;

import io.fraiseql.core.event.Outage;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks from time to time, on a thread of its own, at what other processes may have changed. Thread-safe. */
public final class DatabaseWatch implements AutoCloseable {

    private static final long STOP_SECONDS = 10;

    private final Outage outage;
    private final Runnable look;
    private final ScheduledExecutorService thread;

    /**
     * Starts to look.
     *
     * @param name of the thread
     * @param outage told of each look whether it failed
     */
    public DatabaseWatch(String name, Outage outage, Duration every, Runnable look) {
        this.outage = outage;
        this.look = look;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
        var unused =
                thread.scheduleWithFixedDelay(this::attempt, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Looks at once; never waits. */
    public void wake() {
        thread.execute(this::attempt);
    }

    private void attempt() {
        try {
            look.run();
            outage.worked();
        } catch (RuntimeException | Error e) {
            outage.failed(e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
