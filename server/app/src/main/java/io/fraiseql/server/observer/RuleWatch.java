package io.fraiseql.server.observer;

import io.fraiseql.core.event.Outage;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks from time to time, on a thread of its own, at what other processes may have changed. */
final class RuleWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);
    private static final long STOP_SECONDS = 10;

    private final Outage outage = new Outage(
            LOG, "the managed rules cannot be read now and are tried again", "the managed rules are read again");
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "rule-watch");
        made.setDaemon(true);
        return made;
    });
    private final Runnable look;

    /** Starts to look. */
    RuleWatch(Duration every, Runnable look) {
        this.look = look;
        var unused =
                thread.scheduleWithFixedDelay(this::attempt, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Looks at once; never waits. */
    void wake() {
        thread.execute(this::attempt);
    }

    private void attempt() {
        try {
            look.run();
            outage.worked();
        } catch (RuntimeException e) {
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
