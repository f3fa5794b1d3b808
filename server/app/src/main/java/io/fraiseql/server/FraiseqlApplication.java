package io.fraiseql.server;

import ch.qos.logback.classic.Level;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.execute.EngineState;
import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.core.execute.StatementRunner;
import io.fraiseql.server.cli.ArrowSchemaCommand;
import io.fraiseql.server.cli.CheckCommand;
import io.fraiseql.server.cli.CompileCommand;
import io.fraiseql.server.cli.DbCommand;
import io.fraiseql.server.cli.DemoCommand;
import io.fraiseql.server.cli.DevCommand;
import io.fraiseql.server.cli.DlqCommand;
import io.fraiseql.server.cli.EventsCommand;
import io.fraiseql.server.cli.ExitCode;
import io.fraiseql.server.cli.ExplainCommand;
import io.fraiseql.server.cli.GenerateTriggersCommand;
import io.fraiseql.server.cli.IntrospectCommand;
import io.fraiseql.server.cli.JobsCommand;
import io.fraiseql.server.cli.ObserversCommand;
import io.fraiseql.server.cli.ServeCommand;
import io.fraiseql.server.cli.VersionCommand;
import io.fraiseql.server.config.ConfigFile;
import io.fraiseql.server.config.ConfigLoader;
import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.GraphqlConfig;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.JobsConfig;
import io.fraiseql.server.config.MutationConfig;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.config.PluginChoice;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.config.Section;
import io.fraiseql.server.config.SecurityConfig;
import io.fraiseql.server.engine.FileWatch;
import io.fraiseql.server.engine.ReplaceableEngine;
import io.fraiseql.server.engine.SchemaWatch;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.engine.ServedResults;
import io.fraiseql.server.engine.SharedResults;
import io.fraiseql.server.event.EventService;
import io.fraiseql.server.health.BackendCheck;
import io.fraiseql.server.health.SchemaCheck;
import io.fraiseql.server.http.HttpConfig;
import io.fraiseql.server.http.HttpModule;
import io.fraiseql.server.http.HttpServices;
import io.fraiseql.server.manage.DeadLettersResource;
import io.fraiseql.server.manage.JobsResource;
import io.fraiseql.server.manage.ManagementServlet;
import io.fraiseql.server.manage.ObserversResource;
import io.fraiseql.server.manage.Resource;
import io.fraiseql.server.metrics.JobMetrics;
import io.fraiseql.server.metrics.ObserverMetrics;
import io.fraiseql.server.metrics.OutboxMetrics;
import io.fraiseql.server.metrics.SchemaMetrics;
import io.fraiseql.server.metrics.ServerMetrics;
import io.fraiseql.server.network.HostedEvents;
import io.fraiseql.server.network.NetworkServices;
import io.fraiseql.server.observer.JobService;
import io.fraiseql.server.observer.ManagedRules;
import io.fraiseql.server.observer.ObserverService;
import io.fraiseql.server.observer.RuleLoader;
import io.fraiseql.server.plugin.HostPluginContext;
import io.fraiseql.server.plugin.PluginLoader;
import io.fraiseql.server.system.CaptureTriggers;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.transport.EventTransport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The composition root: everything that the server is made of, in the order in which it is made. */
public final class FraiseqlApplication extends Application<FraiseqlConfiguration> {

    /** The server's own sections of the configuration. */
    public static final List<Section<?>> SECTIONS = List.of(
            new Section<>("schema", SchemaConfig.class),
            new Section<>("graphql", GraphqlConfig.class),
            new Section<>("mutation", MutationConfig.class),
            new Section<>("events", EventsConfig.class),
            new Section<>("observers", ObserversConfig.class),
            new Section<>("jobs", JobsConfig.class),
            new Section<>("http", HttpConfig.class),
            new Section<>("security", SecurityConfig.class));

    private static final Path MIGRATIONS = ServerJar.folder().resolve("migrations");

    private final Version version = Version.read();
    private final Host host = new Host(
            System.getenv(),
            properties(),
            ServerJar.folder().resolve("plugins"),
            new PluginLoader(version.spi()),
            new HostPluginContext(Clock.systemUTC()));

    public static void main(String[] arguments) throws Exception {
        new FraiseqlApplication().run(arguments);
    }

    @Override
    public String getName() {
        return "fraiseql";
    }

    @Override
    protected Level bootstrapLogLevel() {
        return Level.ERROR;
    }

    @Override
    protected void addDefaultCommands(Bootstrap<FraiseqlConfiguration> bootstrap) {
        bootstrap.addCommand(new ServeCommand(this));
        bootstrap.addCommand(new DevCommand(this, version));
        bootstrap.addCommand(new CheckCommand(host.context()));
        bootstrap.addCommand(new VersionCommand(version, host));
        bootstrap.addCommand(new IntrospectCommand(host));
        bootstrap.addCommand(new CompileCommand(version, host));
        bootstrap.addCommand(new ExplainCommand(host));
        bootstrap.addCommand(new GenerateTriggersCommand(host));
        bootstrap.addCommand(new ArrowSchemaCommand(host));
        bootstrap.addCommand(new DemoCommand(host, MIGRATIONS));
        bootstrap.addCommand(new DbCommand(host, MIGRATIONS));
        bootstrap.addCommand(new EventsCommand(host, MIGRATIONS));
        bootstrap.addCommand(new ObserversCommand(host, MIGRATIONS));
        bootstrap.addCommand(new DlqCommand(host, MIGRATIONS));
        bootstrap.addCommand(new JobsCommand(host, MIGRATIONS));
    }

    @Override
    public void initialize(Bootstrap<FraiseqlConfiguration> bootstrap) {
        HttpModule.prepare(bootstrap);
        bootstrap.setConfigurationFactoryFactory((type, validator, mapper, prefix) ->
                new ConfigFile(new ConfigLoader(host, SECTIONS, mapper, validator)));
    }

    @Override
    public void run(FraiseqlConfiguration configuration, Environment environment) {
        Lifecycle lifecycle = new Lifecycle(environment.lifecycle());
        DatabaseChoice choice = configuration.database();
        GraphqlConfig graphql = configuration.section(GraphqlConfig.class);
        HttpConfig http = configuration.section(HttpConfig.class);
        boolean introspection = graphql.introspection() && !http.production();
        SchemaConfig schema = configuration.section(SchemaConfig.class);
        Path file = Path.of(schema.path());

        EventsConfig events = configuration.section(EventsConfig.class);
        EventsConfig.Outbox outbox = events.outbox();
        if (!events.does(EventsConfig.Role.API)) {
            NetworkServices.refuse(configuration.services());
        }
        MutationConfig mutation = configuration.section(MutationConfig.class);
        Database database = lifecycle.closing(choice.openAnswering(host.context()));
        EngineState state = new EngineState();
        EventService log = lifecycle.closing(new EventService(
                database, choice.offer().dialect(), events, host.context().clock()));
        state.writes().listen(log::written);
        ObserverMetrics observed = new ObserverMetrics();
        ServedResults results = new ServedResults(choice.offer().dialect().name());
        Supplier<EventStore> stores =
                () -> new EventStore(database, choice.offer().dialect());
        SharedResults forgotten = lifecycle.closing(
                new SharedResults(results, stores, events.log().pollInterval()));
        ObserversConfig rules = configuration.section(ObserversConfig.class);
        Map<String, Record> parts = new TreeMap<>(configuration.actions());
        parts.putAll(rules.actions().parts(lifecycle.closing(new StatementRunner(database))::run, forgotten));
        JobMetrics counted = new JobMetrics();
        PluginChoice<JobQueue> queue = configuration.jobQueue();
        JobQueue elsewhere = queue == null ? null : lifecycle.closing(queue.open(host.context()));
        JobService jobs = lifecycle.closing(new JobService(
                configuration.section(JobsConfig.class),
                elsewhere,
                counted,
                host.context().clock()));
        PluginChoice<EventTransport> carrier = configuration.transport();
        EventTransport transport = carrier == null ? null : lifecycle.closing(carrier.open(host.context()));
        ObserverService observers = lifecycle.closing(new ObserverService(
                stores,
                rules,
                events,
                RuleLoader.of(configuration, parts, host.context()),
                observed,
                jobs,
                transport,
                host.context().clock()));
        MutationOptions mutations = new MutationOptions(mutation.maxRows(), outbox.enabled(), events.retention());
        Supplier<ServedEngine> opener = () -> {
            ServedEngine opened = ServedEngine.open(
                    file, choice.offer().dialect(), database, graphql, introspection, mutations, state);
            boolean hasEvents = prepared(opened, choice, database, outbox);
            results.use(opened);
            forgotten.serve(
                    hasEvents,
                    events.does(EventsConfig.Role.API) && graphql.cache().enabled() && opened.caches());
            observers.serve(opened.model(), hasEvents);
            log.serve(
                    page -> {
                        opened.engine()
                                .written(page.events(), !page.unreadable().isEmpty());
                        observers.wake(page);
                    },
                    hasEvents);
            return opened;
        };
        FileWatch files = lifecycle.closing(new FileWatch("schema-watch", file));
        ServedEngine first = opener.get();
        ReplaceableEngine engine = lifecycle.closing(new ReplaceableEngine(first));
        HttpModule.Shared shared = HttpModule.install(
                environment,
                http,
                new HttpServices(
                        events.does(EventsConfig.Role.API),
                        schema.watch() ? engine : engine.current().engine(),
                        schema.watch() ? engine : engine.current().engine(),
                        log::live,
                        database.pool().max(),
                        graphql.graphiql() && graphql.anyDocument(),
                        introspection && graphql.anyDocument()
                                ? () -> engine.current().surface().sdl()
                                : null,
                        Map.of("database", database::ping),
                        database::pool,
                        figure -> figure.of(engine.current().engine()),
                        first.mutates() || schema.watch() ? mutation.maxBody().toInt() : 0));
        ServerMetrics metrics = shared.metrics();
        observed.register(metrics.registry(), observers::backlog, observers::dead);
        counted.register(metrics.registry(), jobs::figures);
        if (elsewhere != null) {
            environment.healthChecks().register("jobs", new BackendCheck(elsewhere::ping));
        }
        if (transport != null) {
            environment.healthChecks().register("transport", new BackendCheck(transport::ping));
        }
        HostedEvents.Log readable =
                new HostedEvents.Log(log::read, log::requireReadable, graphql.anyDocument(), () -> engine.current()
                        .model()
                        .types()
                        .keySet());
        NetworkServices services = lifecycle.closing(
                new NetworkServices(engine, engine, readable, shared, environment.healthChecks(), () -> engine.current()
                        .engine()
                        .forgetResults()));
        configuration.services().forEach(service -> services.start(service, host.context()));
        management(
                environment,
                configuration.section(SecurityConfig.class),
                shared,
                new ObserversResource(new ManagedRules(observers, host.context().clock())),
                new DeadLettersResource(observers::letters),
                new JobsResource(observers::jobs));
        OutboxMetrics.register(metrics.registry(), log::behind, log::owner);
        if (schema.watch()) {
            SchemaWatch watch = new SchemaWatch(files, opener, engine);
            environment.healthChecks().register("schema", new SchemaCheck(watch::problem));
            SchemaMetrics.register(metrics.registry(), watch::reloads, watch::failures, () -> watch.problem() == null);
        }
        environment.lifecycle().addServerLifecycleListener(new ReadyMessage(services.places()));
    }

    /** Makes sure that the database has what a schema needs, and tells whether the schema has events. */
    private static boolean prepared(
            ServedEngine opened, DatabaseChoice choice, Database database, EventsConfig.Outbox outbox) {
        CaptureScript triggers = opened.triggers();
        boolean events = outbox.enabled() && (opened.mutates() || triggers != null && triggers.tables() > 0);
        if (events) {
            new SystemTables(database.systemDataSource(), MIGRATIONS).require(migrates(outbox, choice));
        }
        if (triggers != null) {
            new CaptureTriggers(database.systemDataSource())
                    .require(triggers, choice.offer().name());
        }
        return events;
    }

    /** Without operators there is nothing at its path. */
    private static void management(
            Environment environment, SecurityConfig security, HttpModule.Shared shared, Resource... resources) {
        if (!security.operators().isEmpty()) {
            environment
                    .servlets()
                    .addServlet("api", new ManagementServlet(security.operators(), shared.drain(), resources))
                    .addMapping(ManagementServlet.PATH + "/*");
        }
    }

    private static boolean migrates(EventsConfig.Outbox outbox, DatabaseChoice choice) {
        return switch (outbox.migrate()) {
            case EMBEDDED -> choice.offer().dialect().capabilities().contains(Capability.EMBEDDED);
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }

    private record Lifecycle(LifecycleEnvironment environment) {

        <T extends AutoCloseable> T closing(T part) {
            environment.manage(new AutoCloseableManager(part));
            return part;
        }
    }

    @Override
    protected void onFatalError(Throwable failure) {
        System.exit(ExitCode.of(failure));
    }

    private static Map<String, String> properties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }
}
