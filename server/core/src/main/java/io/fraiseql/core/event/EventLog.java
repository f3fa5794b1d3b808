package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ChangeSignal;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the event log in order: one thread that owns the sequencer, or waits to own it, gives positions and takes old events away. It works
 * when events were written here, when another process says that it wrote some, and from time to time for whoever says nothing. A
 * database that does not answer is tried again.
 */
public final class EventLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    /** Until old events are looked for again; while there are more of them, as long as the last ones took, so that positions are given as often. */
    private static final long RETENTION_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long STOP_MILLIS = 10_000;
    private static final LogChanges NOTHING = new LogChanges(Set.of(), 0, 0);

    /** Between the starts of two runs, so that a run finds the events of many writers; the first after a rest waits for nothing. */
    private static final long SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** The same after a run that found a crowd: what a run takes from the writers is shared by more events. */
    private static final long CROWDED_SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private static final int CROWD = 20;

    private final Outage outage =
            new Outage(LOG, "the event log cannot be kept now and is tried again", "the event log is kept again");
    private final Options options;
    private final LeasedCursor cursor;
    private final Sequencer sequencer;
    private final Retention retention;
    private final @Nullable Follower follower;
    private final Bell bell = new Bell();
    private final @Nullable ChangeSignal signal;
    private final Thread thread = new Thread(this::run, "event-log");
    private volatile boolean stopped;
    private volatile boolean owner;
    private long due = System.nanoTime();
    private long retentionDue = due;

    /**
     * How the log is kept.
     *
     * @param batch events that one transaction gives positions, or takes away
     * @param poll how long to wait when nobody says that there are events
     * @param lease how long an owner may be silent before another process takes its place
     * @param retention how long events are kept
     * @param places whether this process may give positions; one that may not only hears of events
     */
    public record Options(int batch, Duration poll, Duration lease, Duration retention, boolean places) {}

    /**
     * Starts the thread.
     *
     * @param process tells this process from all others, and from its own earlier runs
     * @param follower reads what this process must hear of; null for nothing
     * @param signals listens to other processes, given what to do when they say that there are events; gives null where the database cannot
     */
    public EventLog(
            EventStore store,
            String process,
            Options options,
            Clock clock,
            @Nullable Follower follower,
            Function<Runnable, @Nullable ChangeSignal> signals) {
        this.options = options;
        this.cursor = new LeasedCursor(store, LeasedCursor.SEQUENCER, process, options.lease(), System::nanoTime);
        this.sequencer = new Sequencer(store, cursor, options.batch());
        this.retention = new Retention(store, cursor, options.retention(), options.batch(), clock);
        this.follower = follower;
        this.signal = signals.apply(bell::ringFromAfar);
        bell.ringFromAfar();
        thread.setDaemon(true);
        thread.start();
    }

    /** Says that events were written here. Called after the commit; never waits. */
    public void written() {
        bell.ring();
    }

    /** Whether this process gives the positions now. */
    public boolean owner() {
        return owner;
    }

    private void run() {
        while (!stopped) {
            try {
                boolean rungHere = bell.await(options.poll().toNanos());
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                long started = System.nanoTime();
                // Of a run that fails too: whoever writes rings meanwhile.
                due = started + SPACING_NANOS;
                due = started + spacing(work(rungHere));
                outage.worked();
            } catch (LeaseLostException e) {
                LOG.warn("{}; waiting to take it over", e.getMessage());
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException | Error e) {
                outage.failed(e);
            }
            owner = cursor.held();
        }
    }

    private long spacing(int placed) {
        if (placed >= options.batch()) {
            return 0;
        }
        return placed < CROWD ? SPACING_NANOS : CROWDED_SPACING_NANOS;
    }

    /**
     * Returns how many events got their position.
     *
     * @param rungHere whether events were written in this process
     */
    private int work(boolean rungHere) {
        LogChanges placed = NOTHING;
        owner = options.places() && (cursor.held() || cursor.claim());
        if (owner) {
            placed = order();
        }
        if (follower != null) {
            follower.pass(placed);
        }
        if (owner ? placed.size() > 0 : rungHere) {
            send();
        }
        return placed.size();
    }

    private LogChanges order() {
        LogChanges placed = sequencer.pass();
        boolean more = placed.size() == options.batch();
        long started = System.nanoTime();
        if (started - retentionDue >= 0) {
            boolean rest = retention.pass();
            long ended = System.nanoTime();
            retentionDue = ended + (rest ? ended - started : RETENTION_NANOS);
            more |= rest;
        }
        if (cursor.nanosToFade() <= 0) {
            cursor.renew();
        }
        if (more) {
            bell.ringFromAfar();
        }
        return placed;
    }

    private void send() {
        if (signal != null) {
            signal.send();
        }
    }

    /** Ends the thread after what it is doing, and lets another process take its place at once. */
    @Override
    public void close() {
        stopped = true;
        bell.ring();
        if (signal != null) {
            signal.close();
        }
        try {
            thread.join(STOP_MILLIS);
            if (!thread.isAlive()) {
                cursor.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (FraiseqlException e) {
            LOG.debug("the event log was not given up", e);
        }
    }
}
