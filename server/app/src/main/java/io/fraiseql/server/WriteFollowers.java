package io.fraiseql.server;

import io.dropwizard.core.setup.Environment;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.Follower;
import io.fraiseql.core.event.LogChanges;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.execute.EngineState;
import io.fraiseql.core.execute.QueryEngine;
import io.fraiseql.core.execute.StatementRunner;
import io.fraiseql.core.execute.WrittenKind;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.GraphqlConfig;
import io.fraiseql.server.config.JobsConfig;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.config.PluginChoice;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.engine.ServedResults;
import io.fraiseql.server.engine.SharedResults;
import io.fraiseql.server.event.EventService;
import io.fraiseql.server.health.BackendCheck;
import io.fraiseql.server.metrics.JobMetrics;
import io.fraiseql.server.metrics.ObserverMetrics;
import io.fraiseql.server.metrics.OutboxMetrics;
import io.fraiseql.server.observer.ActionKinds;
import io.fraiseql.server.observer.JobService;
import io.fraiseql.server.observer.ObserverService;
import io.fraiseql.server.observer.RuleLoader;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.state.StateStore;
import io.fraiseql.spi.transport.EventTransport;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What hears of writes after their commit: the event log, the cached results that are forgotten, the rules and their jobs. */
final class WriteFollowers {

    private final FraiseqlConfiguration configuration;
    private final EventService log;
    private final ServedResults results;
    private final RuleLoader loader;
    private final SharedResults forgotten;
    private final ObserverService observers;
    private final JobService jobs;
    private final @Nullable JobQueue queue;
    private final @Nullable EventTransport transport;
    private final @Nullable StateStore store;
    private final ObserverMetrics observed = new ObserverMetrics();
    private final JobMetrics counted = new JobMetrics();

    /** Opens what they need; nothing is followed before {@link #serve}. */
    WriteFollowers(
            FraiseqlConfiguration configuration,
            PluginContext context,
            Database database,
            EngineState state,
            Lifecycle lifecycle) {
        this.configuration = configuration;
        Clock clock = context.clock();
        EventsConfig events = configuration.section(EventsConfig.class);
        ObserversConfig rules = configuration.section(ObserversConfig.class);
        Dialect dialect = configuration.database().offer().dialect();
        store = open(configuration.stateStore(), context, lifecycle);
        StateStore leases = events.log().leaseStore() == EventsConfig.LeaseStore.STATE ? store : null;
        Supplier<EventStore> stores = () -> new EventStore(database, dialect, leases);
        log = lifecycle.closing(new EventService(stores, database, events, clock));
        state.writes().listen(log::written);
        results = new ServedResults(dialect.name());
        forgotten = lifecycle.closing(
                new SharedResults(results, stores, events.log().pollInterval()));
        Map<String, Record> parts = new TreeMap<>(configuration.actions());
        parts.putAll(rules.actions().parts(lifecycle.closing(new StatementRunner(database))::run, forgotten));
        queue = open(configuration.jobQueue(), context, lifecycle);
        jobs = lifecycle.closing(new JobService(
                configuration.section(JobsConfig.class),
                queue,
                new ActionKinds(configuration.plugins()).names(),
                counted,
                clock));
        transport = open(configuration.transport(), context, lifecycle);
        loader = RuleLoader.of(configuration, parts, context);
        observers = lifecycle.closing(
                new ObserverService(stores, rules, events, loader, observed, jobs, transport, store, clock));
    }

    private static <T extends AutoCloseable> @Nullable T open(
            @Nullable PluginChoice<T> choice, PluginContext context, Lifecycle lifecycle) {
        return choice == null ? null : lifecycle.closing(choice.open(context));
    }

    /**
     * Follows the writes to what a schema shows, in place of the schema before.
     *
     * @param hasEvents whether the tables of events are there and events are noted
     */
    void serve(ServedEngine opened, boolean hasEvents) {
        results.use(opened);
        forgotten.serve(hasEvents, keepsResults() && opened.caches());
        observers.serve(opened.model(), hasEvents);
        log.serve(new Served(opened.engine()), hasEvents);
    }

    /** The cached results of an engine, and the rules. */
    private final class Served implements Follower.Audience {

        private final QueryEngine engine;

        private Served(QueryEngine engine) {
            this.engine = engine;
        }

        @Override
        public boolean wantsEvents() {
            return observers.wantsEvents();
        }

        @Override
        public void hear(LogPage page) {
            hear(page.changes());
            observers.wake(page);
        }

        @Override
        public void hear(LogChanges changes) {
            engine.written(changes.kinds().stream()
                    .map(kind -> new WrittenKind(kind.entityType(), kind.type()))
                    .collect(Collectors.toSet()));
        }
    }

    private boolean keepsResults() {
        return configuration.section(EventsConfig.class).does(EventsConfig.Role.API)
                && configuration.section(GraphqlConfig.class).cache().enabled();
    }

    EventService log() {
        return log;
    }

    ObserverService observers() {
        return observers;
    }

    /** Shows how they are doing. */
    void register(Environment environment, PrometheusRegistry registry) {
        observed.register(registry, observers::backlog, observers::dead);
        counted.register(registry, jobs::figures);
        OutboxMetrics.register(registry, log::behind, log::owner);
        environment.healthChecks().register("actions", new BackendCheck(loader::ping));
        if (queue != null) {
            environment.healthChecks().register("jobs", new BackendCheck(queue::ping));
        }
        if (transport != null) {
            environment.healthChecks().register("transport", new BackendCheck(transport::ping));
        }
        if (store != null) {
            environment.healthChecks().register("state", new BackendCheck(store::ping));
            if (configuration.section(ObserversConfig.class).dedup().enabled()) {
                observed.registerDedup(registry);
            }
        }
    }
}
