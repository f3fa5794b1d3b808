package io.fraiseql.server.http.live;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.SelectedEvents;
import io.fraiseql.core.live.LiveEvents;
import io.fraiseql.core.live.LiveQuery;
import io.fraiseql.core.live.LiveSubscription;
import io.fraiseql.core.live.Subscriber;
import io.fraiseql.server.http.StreamGate;
import io.fraiseql.server.http.SubscriptionsConfig;
import io.fraiseql.server.metrics.SubscriptionMetrics;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All clients that are open, with what they share: bounds, the clock, the events. Thread-safe. */
public final class Subscriptions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final long READER_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long MOST_TICK_MILLIS = 250;

    private final SubscriptionsConfig config;
    private final SubscriptionMetrics metrics;
    private final Semaphore room;
    private final StreamGate gate;
    private final Function<SelectedEvents.Admission, LiveEvents> events;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "subscriptions-clock");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param gate admits what is read of the log
     * @param events the events of this process
     */
    public Subscriptions(
            SubscriptionsConfig config,
            SubscriptionMetrics metrics,
            StreamGate gate,
            Function<SelectedEvents.Admission, LiveEvents> events) {
        this.config = config;
        this.metrics = metrics;
        this.room = new Semaphore(config.max());
        this.gate = gate;
        this.events = events;
        long shortest =
                Math.min(config.initTimeout().toMillis(), config.keepAlive().toMillis());
        long tick = Math.max(1, Math.min(MOST_TICK_MILLIS, shortest / 2));
        clock.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    SubscriptionsConfig config() {
        return config;
    }

    /** What a subscription is, once it was begun. */
    final class Begun implements AutoCloseable {

        private final LiveSubscription subscription;
        private boolean closed;

        private Begun(LiveSubscription subscription) {
            this.subscription = subscription;
        }

        /** The client has room again. */
        void resume() {
            subscription.resume();
        }

        @Override
        public void close() {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            subscription.close();
            metrics.active(-1);
            room.release();
        }
    }

    /**
     * Begins a subscription.
     *
     * @return to be closed, whoever ends it
     * @throws FraiseqlException {@code OVERLOADED} when there are as many as may be, {@code NOT_FOUND} when no events are noted
     */
    Begun begin(LiveQuery query, Subscriber subscriber) {
        if (!room.tryAcquire()) {
            throw new FraiseqlException(
                    CoreErrorCode.OVERLOADED,
                    "As many subscriptions are open as may be (http.subscriptions.max); try again later");
        }
        try {
            Begun begun = new Begun(events.apply(page -> {
                        gate.enterPart(System.nanoTime() + READER_PATIENCE_NANOS);
                        try {
                            return page.get();
                        } finally {
                            gate.leave();
                        }
                    })
                    .begin(query, subscriber));
            metrics.active(1);
            return begun;
        } catch (RuntimeException e) {
            room.release();
            throw e;
        }
    }

    void answered() {
        metrics.answered();
    }

    void opened(Client client) {
        clients.add(client);
        metrics.opened(client.transport());
    }

    /** Called once for each that was opened. */
    void closed(Client client, End cause) {
        clients.remove(client);
        metrics.closed(client.transport(), cause.label());
    }

    /** How many clients are open. */
    public int open() {
        return clients.size();
    }

    private void tick() {
        long now = System.nanoTime();
        clients.forEach(client -> {
            try {
                client.tick(now);
            } catch (RuntimeException e) {
                // the clock goes on for the others
                LOG.warn("a subscriber could not be looked after", e);
            }
        });
    }

    /** Tells every client that the server stops. Never waits. */
    public void goAway() {
        clients.forEach(Client::goAway);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
