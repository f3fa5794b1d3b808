package io.fraiseql.core.observer;

import io.fraiseql.core.event.Bell;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LeaseLostException;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.Outage;
import io.fraiseql.core.event.RecentEvents;
import io.fraiseql.core.event.RivalCursor;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what rules say after writes: one thread that owns the cursor {@link #CURSOR}, or waits to own it, and threads for the actions. A
 * database that does not answer is tried again. Thread-safe.
 */
public final class Observers implements RuleFollower {

    /** The consumer of the event log that the rules are. */
    public static final String CURSOR = "observers";

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    /** Between the starts of two steps, so that one notes what many did; only while nothing waits for that. */
    private static final long SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Outage outage =
            new Outage(LOG, "the observers cannot go on now and try again", "the observers go on");
    private final LeasedCursor cursor;
    private final RivalCursor bridge;
    private final ActionRunner runner;
    private final Dispatcher dispatcher;
    private final RecentEvents recent;
    private final Bell bell = new Bell();
    private final StepThread thread = new StepThread("observers", bell, outage, this::await, this::step);
    private volatile List<ActiveRule> rules;
    private volatile boolean owner;
    private List<ActiveRule> used = List.of();
    private long started = System.nanoTime();

    /**
     * Starts the thread. When the rules are followed for the first time, they are from where the log ends now.
     *
     * @param process tells this process from all others, and from its own earlier runs
     * @param jobs takes what queued rules have to do
     */
    public Observers(
            EventStore store,
            String process,
            ObserverOptions options,
            Clock clock,
            ObserverListener listener,
            JobIntake jobs,
            List<ActiveRule> rules) {
        EventReader reader = new EventReader(store);
        this.recent = new RecentEvents(reader.end());
        this.rules = List.copyOf(rules);
        this.cursor = new LeasedCursor(store, CURSOR, process, options.lease(), System::nanoTime, reader::end);
        this.bridge = new RivalCursor(store, EventBridge.CURSOR, options.lease(), System::nanoTime);
        this.runner = new ActionRunner(
                options.concurrency(), Marks.of(options, listener), listener, cursor::nanosToAct, bell::ring);
        this.dispatcher = new Dispatcher(
                reader, recent, new DeliveryStore(store), cursor, options, runner, jobs, listener, clock);
        claim();
        thread.start();
    }

    /** Follows other rules from now on; deliveries of rules that are there no longer wait in the database. */
    @Override
    public void use(List<ActiveRule> other) {
        rules = List.copyOf(other);
        bell.ring();
    }

    @Override
    public void wake(LogPage page) {
        recent.add(page);
        bell.ring();
    }

    /** Whether this process follows the rules now. */
    public boolean owner() {
        return owner;
    }

    private boolean step() {
        started = System.nanoTime();
        try {
            return work();
        } catch (LeaseLostException e) {
            dispatcher.forget();
            LOG.warn("{}; waiting to take it over", e.getMessage());
            return false;
        } finally {
            owner = cursor.held();
        }
    }

    private void await() throws InterruptedException {
        bell.await(dispatcher.nanosToWait());
        if (!dispatcher.isBehind()) {
            TimeUnit.NANOSECONDS.sleep(started + SPACING_NANOS - System.nanoTime());
        }
    }

    private boolean work() {
        boolean held = cursor.held();
        if (!held && !claim()) {
            dispatcher.forget();
            return false;
        }
        if (!held) {
            recent.restart(cursor.position());
            if (!cursor.resumed()) {
                // Others have gone on in between, and what runs here from before is cut off.
                dispatcher.forget();
            }
        }
        List<ActiveRule> current = rules;
        if (!held || current != used || dispatcher.needsRules()) {
            used = current;
            dispatcher.use(current);
        }
        owner = true;
        return dispatcher.step();
    }

    private boolean claim() {
        return !bridge.isMoved() && cursor.claim();
    }

    private void renew() {
        try {
            if (cursor.held() && cursor.nanosToFade() <= 0) {
                cursor.renew();
            }
        } catch (FraiseqlException e) {
            LOG.debug("the observers cannot say that they are alive", e);
        }
    }

    /** Starts nothing more, lets running actions end for a while, and lets another process take over at once. */
    @Override
    public void close() {
        try {
            boolean ended = thread.stop();
            runner.close(ended ? this::renew : () -> {});
            if (ended) {
                if (cursor.held()) {
                    dispatcher.settleLast();
                }
                cursor.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (FraiseqlException e) {
            LOG.debug("the observers were not given up", e);
        }
    }
}
