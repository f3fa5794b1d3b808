package io.fraiseql.server.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.DeadLetters;
import io.fraiseql.core.observer.ObserverListener;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.core.observer.ObserverOptions.Breaker;
import io.fraiseql.core.observer.ObserverOptions.Limit;
import io.fraiseql.core.observer.Observers;
import io.fraiseql.core.observer.RuleVersions;
import io.fraiseql.core.observer.Schedules;
import io.fraiseql.server.config.CircuitConfig;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.EventsConfig.Role;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.event.ProcessName;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The observers of this server, from the first schema on that comes with rules. Thread-safe. */
public final class ObserverService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ObserverService.class);

    private final Supplier<EventStore> stores;
    private final ObserversConfig config;
    private final EventsConfig events;
    private final RuleLoader rules;
    private final ObserverListener listener;
    private final JobService jobs;
    private final Clock clock;
    private volatile @Nullable Observers observers;
    private volatile @Nullable DeliveryStore deliveries;
    private volatile @Nullable RuleBook book;
    private @Nullable EventStore store;
    private @Nullable RuleWatch watch;
    /** Of the managed rules that are followed. */
    private long revision;

    /** @param stores makes the store of the event log, when it is known that there are events */
    public ObserverService(
            Supplier<EventStore> stores,
            ObserversConfig config,
            EventsConfig events,
            RuleLoader rules,
            ObserverListener listener,
            JobService jobs,
            Clock clock) {
        this.stores = stores;
        this.config = config;
        this.events = events;
        this.rules = rules;
        this.listener = listener;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Follows the rules of a schema and of the configuration, in place of those before, and those that are managed.
     *
     * @param hasEvents whether the tables of events are there and events are noted
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} when they cannot be followed
     */
    public synchronized void serve(Model model, boolean hasEvents) {
        if (store == null && hasEvents) {
            store = stores.get();
        }
        RuleBook next = RuleBook.of(rules, model, config, store == null ? null : new RuleVersions(store));
        long seen = next.revision();
        List<ActiveRule> active = next.active();
        requireWork(active, hasEvents);
        if (store == null && !active.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "there are observers, but events.outbox.enabled is false, so that they would never hear of anything");
        }
        follow(active);
        book = next;
        revision = seen;
        if (watch == null && store != null && follows()) {
            watch = new RuleWatch(events.log().pollInterval(), watching(store));
        }
    }

    private boolean follows() {
        return config.enabled() && (events.does(Role.EVENTS) || events.does(Role.WORKERS));
    }

    private Runnable watching(EventStore known) {
        if (!events.does(Role.EVENTS)) {
            return this::refresh;
        }
        Schedules schedules = new Schedules(known, clock);
        return () -> {
            refresh();
            schedules.pass(book().schedules());
        };
    }

    /** Follows the managed rules as they are now, when they are others than before. */
    private void refresh() {
        long seen = book().revision();
        synchronized (this) {
            if (seen != revision) {
                follow(book().active());
                revision = seen;
                LOG.info("following the rules as they were changed");
            }
        }
    }

    /** Has changed rules followed soon. */
    synchronized void changed() {
        if (watch != null) {
            watch.wake();
        }
    }

    /** The rules that there are. */
    RuleBook book() {
        return Objects.requireNonNull(book, "a schema is served before rules are asked for");
    }

    /** A server that answers no requests is there for something else. */
    private void requireWork(List<ActiveRule> active, boolean hasEvents) {
        boolean queued = active.stream().anyMatch(rule -> rule.rule().queueing() != null);
        boolean works = events.does(Role.EVENTS) && hasEvents || events.does(Role.WORKERS) && queued;
        if (!events.does(Role.API) && !works) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "events.roles is " + events.roles().toString().toLowerCase(Locale.ROOT)
                            + ", which leaves this server nothing to do: "
                            + (hasEvents ? "no rule is queued" : "no events are noted"));
        }
    }

    /** From the first rule on; without any, nothing asks for the events. */
    private void follow(List<ActiveRule> active) {
        EventStore begun = store;
        if (begun == null || deliveries == null && active.isEmpty()) {
            return;
        }
        deliveries = new DeliveryStore(begun);
        ObserverOptions options = options();
        if (config.enabled() && events.does(Role.WORKERS)) {
            jobs.serve(begun, active, options, listener);
        }
        Observers running = observers;
        if (running != null) {
            running.use(active);
        } else if (config.enabled() && events.does(Role.EVENTS)) {
            observers = new Observers(
                    begun, ProcessName.unique(), options, clock, listener, jobs.intake(begun, options), active);
        }
    }

    private ObserverOptions options() {
        EventsConfig.Log log = events.log();
        CircuitConfig circuit = config.circuit();
        Map<String, Limit> limits = new TreeMap<>();
        config.limits().forEach((type, limit) -> limits.put(type, new Limit(limit.concurrency(), limit.perSecond())));
        return new ObserverOptions(
                config.concurrency(),
                config.buffer(),
                log.batchSize(),
                log.pollInterval(),
                log.lease(),
                limits,
                circuit.enabled() ? new Breaker(circuit.failures(), circuit.openFor()) : null);
    }

    /** Says that these events are new; never waits. */
    public void wake(LogPage page) {
        Observers running = observers;
        if (running != null) {
            running.wake(page);
        }
    }

    /** Deliveries that are to be done; nothing is known while there are no rules or the database does not say. */
    public @Nullable Long backlog() {
        return figure(DeliveryStore::waiting);
    }

    /** Dead letters; as {@link #backlog}. */
    public @Nullable Long dead() {
        return figure(DeliveryStore::dead);
    }

    /**
     * The dead letters, also before there are rules.
     *
     * @throws FraiseqlException {@code NOT_FOUND} when there can be none
     */
    public synchronized DeadLetters letters() {
        EventStore known = store;
        if (known == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND, "no events are noted here, and so nothing is given up");
        }
        return new DeadLetters(new DeliveryStore(known), new EventReader(known), clock);
    }

    private @Nullable Long figure(ToLongFunction<DeliveryStore> figure) {
        DeliveryStore asked = deliveries;
        try {
            return asked == null ? null : figure.applyAsLong(asked);
        } catch (FraiseqlException e) {
            LOG.debug("how many deliveries there are cannot be told now", e);
            return null;
        }
    }

    @Override
    public void close() {
        stopWatching();
        end();
    }

    /** Without the lock, which a look that is under way may wait for. */
    private void stopWatching() {
        RuleWatch running;
        synchronized (this) {
            running = watch;
        }
        if (running != null) {
            running.close();
        }
    }

    private synchronized void end() {
        if (observers != null) {
            observers.close();
        }
    }
}
