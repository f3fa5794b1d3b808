package io.fraiseql.server.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.DeliveryStore.Counts;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.Outage;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.DeadLetters;
import io.fraiseql.core.observer.EntityRows;
import io.fraiseql.core.observer.EventBridge;
import io.fraiseql.core.observer.ObserverListener;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.core.observer.ObserverOptions.Breaker;
import io.fraiseql.core.observer.ObserverOptions.Limit;
import io.fraiseql.core.observer.ObserverOptions.Shared;
import io.fraiseql.core.observer.Observers;
import io.fraiseql.core.observer.RuleFollower;
import io.fraiseql.core.observer.RuleVersions;
import io.fraiseql.core.observer.Schedules;
import io.fraiseql.core.observer.SharedState;
import io.fraiseql.core.observer.TransportWorkers;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.config.CircuitConfig;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.EventsConfig.Role;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.config.ObserversConfig.Topology;
import io.fraiseql.server.event.DatabaseWatch;
import io.fraiseql.server.event.ProcessName;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.state.StateStore;
import io.fraiseql.spi.transport.EventTransport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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
    private final @Nullable EventTransport transport;
    private final @Nullable SharedState state;
    private final Clock clock;
    private volatile @Nullable RuleFollower follower;
    private volatile @Nullable DeliveryStore deliveries;
    private volatile @Nullable RuleBook book;
    private volatile EntityRows rows = EntityRows.UNKNOWN;
    private @Nullable EventStore store;
    private @Nullable DatabaseWatch watch;
    /** Of the managed rules that are followed. */
    private long revision;

    /**
     * @param stores makes the store of the event log, when it is known that there are events
     * @param transport what carries the events in a topology that needs it
     * @param state what servers know together; null when each goes by itself
     */
    public ObserverService(
            Supplier<EventStore> stores,
            ObserversConfig config,
            EventsConfig events,
            RuleLoader rules,
            ObserverListener listener,
            JobService jobs,
            @Nullable EventTransport transport,
            @Nullable StateStore state,
            Clock clock) {
        this.stores = stores;
        this.config = config;
        this.events = events;
        this.rules = rules;
        this.listener = listener;
        this.jobs = jobs;
        this.transport = transport;
        this.state = state == null ? null : new SharedState(state);
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
        require(active, hasEvents);
        follow(active);
        tellOfGone(next);
        book = next;
        rows = new EntityRows(model, new ScalarCatalog());
        revision = seen;
        if (watch == null && store != null && follows()) {
            watch = new DatabaseWatch("rule-watch", outage(), events.log().pollInterval(), watching(store));
        }
    }

    /** What rules had to do that are gone waits until they come back, and nobody would know of it. */
    private void tellOfGone(RuleBook next) {
        if (store == null || !config.enabled() || !events.does(Role.EVENTS)) {
            return;
        }
        Map<String, Counts> left = new TreeMap<>(new DeliveryStore(store).counts());
        next.entries().forEach(rule -> left.remove(rule.name()));
        left.values().removeIf(counts -> counts.waiting() == 0);
        if (!left.isEmpty()) {
            LOG.warn(
                    "deliveries wait for rules that are gone ({}) and go on when these come back; 'observers status' shows"
                            + " them",
                    left.entrySet().stream()
                            .map(rule -> rule.getKey() + ": " + rule.getValue().waiting())
                            .collect(Collectors.joining(", ")));
        }
    }

    private boolean follows() {
        return config.enabled() && (events.does(Role.EVENTS) || events.does(Role.WORKERS));
    }

    private static Outage outage() {
        return new Outage(
                LOG, "the managed rules cannot be read now and are tried again", "the managed rules are read again");
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

    private void require(List<ActiveRule> active, boolean hasEvents) {
        TopologyCheck check = new TopologyCheck(config.topology(), events);
        check.requireWork(active, hasEvents);
        check.requireEvents(!active.isEmpty(), store != null);
        if (store != null && needsFollower(active)) {
            check.requireShared(store.dialect());
        }
    }

    /** Without rules nothing asks for the events, but for a bridge, which carries them to other servers. */
    private boolean needsFollower(List<ActiveRule> active) {
        return !active.isEmpty() || config.topology() == Topology.BRIDGE;
    }

    /** From the first rule on, and then also when there are none any more. */
    private void follow(List<ActiveRule> active) {
        EventStore begun = store;
        if (begun == null || deliveries == null && !needsFollower(active)) {
            return;
        }
        deliveries = new DeliveryStore(begun);
        ObserverOptions options = options();
        if (follows()) {
            listener.follows(active);
        }
        if (config.topology() != Topology.BRIDGE && config.enabled() && events.does(Role.WORKERS)) {
            jobs.serve(begun, active, config.topology() == Topology.WORKERS, options, listener);
        }
        RuleFollower running = follower;
        if (running != null) {
            running.use(active);
        } else if (config.enabled()) {
            follower = follower(begun, options, active);
        }
    }

    private @Nullable RuleFollower follower(EventStore begun, ObserverOptions options, List<ActiveRule> active) {
        String process = ProcessName.unique();
        return switch (config.topology()) {
            case EMBEDDED, REDIS ->
                events.does(Role.EVENTS)
                        ? new Observers(begun, process, options, clock, listener, jobs.intake(begun, options), active)
                        : null;
            case BRIDGE ->
                events.does(Role.EVENTS)
                        ? new EventBridge(begun, process, options, clock, listener, carrier(), active)
                        : null;
            case WORKERS ->
                new TransportWorkers(
                        new DeliveryStore(begun),
                        options,
                        clock,
                        listener,
                        carrier(),
                        jobs.handover(begun, options),
                        active);
        };
    }

    private EventTransport carrier() {
        return Objects.requireNonNull(transport, "transport");
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
                circuit.enabled() ? new Breaker(circuit.failures(), circuit.openFor()) : null,
                state == null ? null : new Shared(state, dedup()));
    }

    private @Nullable Duration dedup() {
        return config.dedup().enabled() ? config.dedup().window() : null;
    }

    /** Whether there are rules here that are to be woken by events. */
    public boolean wantsEvents() {
        return follower != null;
    }

    /** Says that these events are new; never waits. */
    public void wake(LogPage page) {
        RuleFollower running = follower;
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
    public DeadLetters letters() {
        EventStore known = known();
        return new DeadLetters(new DeliveryStore(known), new EventReader(known), () -> rows, clock);
    }

    /**
     * The queues of jobs, also before there are rules.
     *
     * @throws FraiseqlException {@code NOT_FOUND} when there can be none
     */
    public JobQueues jobs() {
        return jobs.queues(known());
    }

    private synchronized EventStore known() {
        if (store == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND, "no events are noted here, and so there is nothing to do");
        }
        return store;
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
        Stopping.together(List.of(this::end, jobs::close));
    }

    /** Without the lock, which a look that is under way may wait for. */
    private void stopWatching() {
        DatabaseWatch running;
        synchronized (this) {
            running = watch;
        }
        if (running != null) {
            running.close();
        }
    }

    private synchronized void end() {
        if (follower != null) {
            follower.close();
        }
    }
}
