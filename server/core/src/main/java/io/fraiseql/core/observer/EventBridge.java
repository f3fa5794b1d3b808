package io.fraiseql.core.observer;

import io.fraiseql.core.event.Bell;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LeaseLostException;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.Outage;
import io.fraiseql.core.event.RivalCursor;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.transport.EventTransport;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the event log into a transport: one thread that owns the cursor {@link #CURSOR}, or waits to own it. A database or a transport that does not
 * answer is tried again. Thread-safe.
 */
public final class EventBridge implements RuleFollower {

    /** The consumer of the event log that the bridge is. */
    public static final String CURSOR = "bridge";

    private static final Logger LOG = LoggerFactory.getLogger(EventBridge.class);

    private final Outage outage = new Outage(
            LOG,
            "the events cannot be put into the transport now and are tried again",
            "the events go on into the transport");
    private final ObserverOptions options;
    private final LeasedCursor cursor;
    private final RivalCursor observers;
    private final BridgedLog log;
    private final Bell bell = new Bell();
    private final StepThread thread =
            new StepThread("bridge", bell, outage, () -> bell.await(nanosToWait()), this::step);
    private volatile List<ActiveRule> rules;

    /**
     * Starts the thread. When there was no bridge before, it begins where the log ends now.
     *
     * @param process tells this process from all others, and from its own earlier runs
     * @param rules which have dead letters of events that cannot be sent
     */
    public EventBridge(
            EventStore store,
            String process,
            ObserverOptions options,
            Clock clock,
            ObserverListener listener,
            EventTransport transport,
            List<ActiveRule> rules) {
        EventReader reader = new EventReader(store);
        this.options = options;
        this.rules = List.copyOf(rules);
        this.cursor = new LeasedCursor(store, CURSOR, process, options.lease(), System::nanoTime, reader::end);
        this.observers = new RivalCursor(store, Observers.CURSOR, options.lease(), System::nanoTime);
        this.log = new BridgedLog(
                reader,
                new DeliveryStore(store),
                cursor,
                transport.sender(),
                options,
                new Settlement(clock, RandomGenerator.getDefault(), listener));
        claim();
        thread.start();
    }

    @Override
    public void use(List<ActiveRule> other) {
        rules = List.copyOf(other);
    }

    @Override
    public void wake(LogPage page) {
        log.heard(page);
        bell.ring();
    }

    private boolean step() {
        try {
            return work();
        } catch (LeaseLostException e) {
            LOG.warn("{}; waiting to take it over", e.getMessage());
            return false;
        }
    }

    private long nanosToWait() {
        long poll = options.poll().toNanos();
        return outage.isLasting() ? poll : Math.min(poll, Math.max(0, cursor.nanosToFade()));
    }

    private boolean work() {
        if (!cursor.held()) {
            log.forget();
            if (!claim()) {
                return false;
            }
        }
        return log.step(rules);
    }

    private boolean claim() {
        return !observers.isMoved() && cursor.claim();
    }

    /** Ends the thread after what it is doing, and lets another process take its place at once. */
    @Override
    public void close() {
        try {
            if (thread.stop()) {
                cursor.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (FraiseqlException e) {
            LOG.debug("the bridge was not given up", e);
        }
    }
}
