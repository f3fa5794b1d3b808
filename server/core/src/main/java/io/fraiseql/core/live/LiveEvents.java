package io.fraiseql.core.live;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.Outage;
import io.fraiseql.core.event.RecentEvents;
import io.fraiseql.core.event.SelectedEvents;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.EventPage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the events of the log to everybody who subscribed: one thread takes what this process hears of, once for all of them. Who begins at an
 * earlier position reads from the database, on threads of its own, until it is where the others are. Thread-safe.
 */
public final class LiveEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final int PAGE = 500;
    /** How many events may be given to who joins the others while these wait. */
    private static final long JOIN = 100;

    private static final int READERS = 2;
    private static final long RETRY_MILLIS = 500;

    private final EventReader reader;
    private final RecentEvents recent;
    private final SelectedEvents.Admission admission;
    private final Map<String, Set<LiveSubscription>> live = new ConcurrentHashMap<>();
    private final Set<LiveSubscription> all = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, LiveEvents::reader);
    private final Thread thread = new Thread(this::run, "subscriptions");
    private volatile boolean closed;
    private long position;

    /**
     * Starts the thread.
     *
     * @param recent what this process hears of
     * @param admission lets pages be read from the database
     */
    public LiveEvents(EventReader reader, RecentEvents recent, SelectedEvents.Admission admission) {
        this.reader = reader;
        this.recent = recent;
        this.admission = admission;
        this.position = recent.end();
        thread.setDaemon(true);
        thread.start();
    }

    private static Thread reader(Runnable task) {
        Thread thread = new Thread(task, "subscriptions-reader");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to give a client what it wants. Never waits.
     *
     * @return to be closed when the client wants no more
     */
    public LiveSubscription begin(LiveQuery query, Subscriber subscriber) {
        Long after = query.after();
        LiveSubscription subscription = after == null ? beginAtEnd(query, subscriber) : add(query, subscriber, after);
        if (after != null) {
            later(subscription, this::begin);
        }
        if (closed) {
            subscription.fail(LiveSubscription.stopping());
        }
        return subscription;
    }

    /** Nothing is passed over between the end that it begins at and its place among the others. */
    private synchronized LiveSubscription beginAtEnd(LiveQuery query, Subscriber subscriber) {
        LiveSubscription subscription = add(query, subscriber, recent.end());
        join(subscription);
        return subscription;
    }

    private LiveSubscription add(LiveQuery query, Subscriber subscriber, long after) {
        LiveSubscription subscription = new LiveSubscription(query, subscriber, this, after);
        recent.follow();
        all.add(subscription);
        return subscription;
    }

    private void join(LiveSubscription subscription) {
        live.computeIfAbsent(subscription.entity(), entity -> ConcurrentHashMap.newKeySet())
                .add(subscription);
        if (subscription.closed()) {
            forget(subscription);
        }
    }

    void forget(LiveSubscription subscription) {
        if (all.remove(subscription)) {
            recent.unfollow();
        }
        Collection<LiveSubscription> others = live.get(subscription.entity());
        if (others != null) {
            others.remove(subscription);
        }
    }

    /** Ends every subscription there is now. */
    public void end(FraiseqlException why) {
        all.forEach(subscription -> subscription.fail(why));
    }

    private void run() {
        Outage outage = new Outage(LOG, "subscriptions get no events now", "subscriptions get their events again");
        while (!closed) {
            try {
                recent.await(position, () -> closed);
                if (!closed && !passed()) {
                    give(page());
                }
                outage.worked();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                outage.failed(e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes over what nobody wants; returns whether nobody does. */
    private synchronized boolean passed() {
        if (!all.isEmpty()) {
            return false;
        }
        position = recent.end();
        return true;
    }

    private LogPage page() {
        LogPage heard = recent.after(position, PAGE);
        return heard == null ? admission.read(() -> reader.after(position, PAGE)) : heard;
    }

    private synchronized void give(LogPage page) {
        if (!all.isEmpty()) {
            List<LiveEvent> events = page.events().stream().map(LiveEvent::new).toList();
            live.values().forEach(entity -> entity.forEach(one -> give(one, events, page)));
        }
        position = page.end();
    }

    private static void give(LiveSubscription subscription, List<LiveEvent> events, LogPage page) {
        try {
            subscription.give(events, page.unreadable(), page.end());
        } catch (RuntimeException | Error e) {
            failed(subscription, e);
        }
    }

    private static void failed(LiveSubscription subscription, Throwable failure) {
        if (failure instanceof FraiseqlException known) {
            subscription.fail(known);
        } else {
            LOG.error("a subscription failed", failure);
            subscription.fail(LiveSubscription.stopping());
        }
    }

    /** Reads for a client until it is where the others are, or has no room. */
    void catchUp(LiveSubscription subscription) {
        later(subscription, this::read);
    }

    private void later(LiveSubscription subscription, Consumer<LiveSubscription> task) {
        if (!readers.isShutdown()) {
            readers.execute(() -> {
                try {
                    task.accept(subscription);
                } catch (RuntimeException | Error e) {
                    failed(subscription, e);
                }
            });
        }
    }

    private void begin(LiveSubscription subscription) {
        long end = reader.end();
        if (subscription.position() > end) {
            subscription.fail(new FraiseqlException(
                    CoreErrorCode.POSITION_OUT_OF_RANGE,
                    "'after' is " + subscription.position() + ", and the log ends at " + end
                            + "; it is of another log, so read the rows anew and begin after " + end));
        } else {
            read(subscription);
        }
    }

    private void read(LiveSubscription subscription) {
        while (!subscription.closed() && !joined(subscription)) {
            if (!filled(subscription) && subscription.pause()) {
                return;
            }
        }
    }

    /** Gives a client what the log has, as long as there is room; whether that was all. */
    private boolean filled(LiveSubscription subscription) {
        try (SelectedEvents feed = new SelectedEvents(reader, recent, subscription.rest(), admission)) {
            for (EventPage page = feed.next(); page != null; page = feed.next()) {
                if (!subscription.fill(page)) {
                    return false;
                }
            }
            subscription.passed(feed.position());
            return true;
        }
    }

    /** Puts a client among the others when it is where they are, or so little behind that this process remembers. */
    private synchronized boolean joined(LiveSubscription subscription) {
        long behind = position - subscription.position();
        if (behind > JOIN) {
            return false;
        }
        LogPage missed = behind <= 0 ? null : recent.after(subscription.position(), (int) behind);
        if (behind > 0 && missed == null) {
            return false;
        }
        if (missed != null) {
            subscription.give(missed);
        }
        join(subscription);
        return true;
    }

    /** Ends every subscription, and begins no more. */
    @Override
    public void close() {
        closed = true;
        recent.wake();
        readers.shutdownNow();
        end(LiveSubscription.stopping());
    }
}
