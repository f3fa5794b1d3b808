package io.fraiseql.server.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;

/** Cuts the connections of clients that do not take what is written to them, from a thread of its own. Thread-safe. */
final class StallWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 50;

    private final long timeoutNanos;
    private final Set<Writing> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stall-watch");
        thread.setDaemon(true);
        return thread;
    });

    StallWatch(long timeoutNanos) {
        this.timeoutNanos = timeoutNanos;
        executor.scheduleWithFixedDelay(this::cutStalled, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The {@link System#nanoTime} until which a write that begins now is waited for, whatever else bounds it. */
    long patience() {
        return System.nanoTime() + timeoutNanos;
    }

    /**
     * Watches one write until the result is closed.
     *
     * @param until the {@link System#nanoTime} after which the connection is cut
     */
    Writing watch(EndPoint client, long until) {
        Writing writing = new Writing(client, until);
        watched.add(writing);
        return writing;
    }

    private void cutStalled() {
        long now = System.nanoTime();
        for (Writing writing : watched) {
            if (writing.until - now < 0) {
                writing.cut();
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** One write under watch. */
    final class Writing implements AutoCloseable {

        private final EndPoint client;
        private final long until;
        private boolean done;
        private volatile boolean stalled;

        private Writing(EndPoint client, long until) {
            this.client = client;
            this.until = until;
        }

        /** Whether the connection was cut. */
        boolean stalled() {
            return stalled;
        }

        private synchronized void cut() {
            if (!done && !stalled) {
                stalled = true;
                client.close();
            }
        }

        @Override
        public void close() {
            watched.remove(this);
            synchronized (this) {
                done = true;
            }
        }
    }
}
