package io.fraiseql.core.execute;

import io.fraiseql.spi.database.ReadSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels the statements of requests that run past their deadline, from a thread of its own. */
final class DeadlineWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final long PERIOD_MILLIS = 50;

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deadline-watch");
        thread.setDaemon(true);
        return thread;
    });

    DeadlineWatch() {
        executor.scheduleWithFixedDelay(this::cancelLate, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches a session until the result is closed, which must come before the session is given back. */
    Watched watch(ReadSession session, long deadlineNanos) {
        Watched entry = new Watched(session, deadlineNanos);
        watched.add(entry);
        return entry;
    }

    private void cancelLate() {
        long now = System.nanoTime();
        for (Watched entry : watched) {
            if (entry.deadlineNanos - now < 0) {
                try {
                    entry.cancel();
                } catch (RuntimeException e) {
                    LOG.warn("a statement past its deadline could not be cancelled", e);
                }
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** One session under watch. */
    final class Watched implements AutoCloseable {

        private final ReadSession session;
        private volatile long deadlineNanos;
        private boolean done;

        private Watched(ReadSession session, long deadlineNanos) {
            this.session = session;
            this.deadlineNanos = deadlineNanos;
        }

        /** Sets the deadline to now: what the session runs, now or soon, is cancelled until it is under watch no more. Does not wait. */
        void expire() {
            deadlineNanos = System.nanoTime();
        }

        private synchronized void cancel() {
            if (!done) {
                session.cancel();
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
