package io.fraiseql.server;

import ch.qos.logback.classic.Level;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.fraiseql.core.execute.EngineState;
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
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.GraphqlConfig;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.JobsConfig;
import io.fraiseql.server.config.MutationConfig;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.config.Section;
import io.fraiseql.server.config.SecurityConfig;
import io.fraiseql.server.config.StateConfig;
import io.fraiseql.server.engine.FileWatch;
import io.fraiseql.server.engine.ReplaceableEngine;
import io.fraiseql.server.engine.SchemaWatch;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.event.EventService;
import io.fraiseql.server.health.SchemaCheck;
import io.fraiseql.server.http.HttpConfig;
import io.fraiseql.server.http.HttpModule;
import io.fraiseql.server.http.HttpServices;
import io.fraiseql.server.manage.DeadLettersResource;
import io.fraiseql.server.manage.JobsResource;
import io.fraiseql.server.manage.ManagementServlet;
import io.fraiseql.server.manage.ObserversResource;
import io.fraiseql.server.manage.Resource;
import io.fraiseql.server.metrics.SchemaMetrics;
import io.fraiseql.server.metrics.ServerMetrics;
import io.fraiseql.server.network.HostedEvents;
import io.fraiseql.server.network.NetworkServices;
import io.fraiseql.server.observer.ManagedRules;
import io.fraiseql.server.plugin.HostPluginContext;
import io.fraiseql.server.plugin.PluginLoader;
import io.fraiseql.spi.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
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
            new Section<>("state", StateConfig.class),
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

    private final IntConsumer exit;

    /** @param exit what is done, with the code for it, when a command or the start of the server fails */
    public FraiseqlApplication(IntConsumer exit) {
        this.exit = exit;
    }

    public static void main(String[] arguments) throws Exception {
        new FraiseqlApplication(System::exit).run(arguments);
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
        if (!doesApi(configuration)) {
            NetworkServices.refuse(configuration.services());
        }
        Lifecycle lifecycle = new Lifecycle(environment.lifecycle());
        Database database = lifecycle.closing(configuration.database().openAnswering(host.context()));
        EngineState state = new EngineState();
        WriteFollowers followers = new WriteFollowers(configuration, host.context(), database, state, lifecycle);
        EngineOpener opener = new EngineOpener(configuration, database, state, followers, MIGRATIONS);
        FileWatch files = lifecycle.closing(new FileWatch("schema-watch", schemaFile(configuration)));
        ReplaceableEngine engine = lifecycle.closing(new ReplaceableEngine(opener.get()));
        HttpModule.Shared shared = HttpModule.install(
                environment,
                configuration.section(HttpConfig.class),
                services(configuration, database, followers.log(), engine, opener.introspection()));
        followers.register(environment, shared.metrics().registry());
        if (watches(configuration)) {
            watch(environment, shared.metrics(), new SchemaWatch(files, opener, engine));
        }
        NetworkServices network =
                lifecycle.closing(network(configuration, environment, shared, followers.log(), engine));
        configuration.services().forEach(service -> network.start(service, host.context()));
        management(
                environment,
                configuration.section(SecurityConfig.class),
                shared,
                new ObserversResource(
                        new ManagedRules(followers.observers(), host.context().clock())),
                new DeadLettersResource(followers.observers()::letters),
                new JobsResource(followers.observers()::jobs));
        environment.lifecycle().addServerLifecycleListener(new ReadyMessage(network.places()));
    }

    private static boolean doesApi(FraiseqlConfiguration configuration) {
        return configuration.section(EventsConfig.class).does(EventsConfig.Role.API);
    }

    private static Path schemaFile(FraiseqlConfiguration configuration) {
        return Path.of(configuration.section(SchemaConfig.class).path());
    }

    private static boolean watches(FraiseqlConfiguration configuration) {
        return configuration.section(SchemaConfig.class).watch();
    }

    private static HttpServices services(
            FraiseqlConfiguration configuration,
            Database database,
            EventService log,
            ReplaceableEngine engine,
            boolean introspection) {
        GraphqlConfig graphql = configuration.section(GraphqlConfig.class);
        MutationConfig mutation = configuration.section(MutationConfig.class);
        boolean watches = watches(configuration);
        ServedEngine first = engine.current();
        return new HttpServices(
                doesApi(configuration),
                watches ? engine : first.engine(),
                watches ? engine : first.engine(),
                log::live,
                database.pool().max(),
                graphql.graphiql() && graphql.anyDocument(),
                introspection && graphql.anyDocument()
                        ? () -> engine.current().surface().sdl()
                        : null,
                Map.of("database", database::ping),
                database::pool,
                figure -> figure.of(engine.current().engine()),
                first.mutates() || watches ? mutation.maxBody().toInt() : 0);
    }

    private static void watch(Environment environment, ServerMetrics metrics, SchemaWatch watch) {
        environment.healthChecks().register("schema", new SchemaCheck(watch::problem));
        SchemaMetrics.register(metrics.registry(), watch::reloads, watch::failures, () -> watch.problem() == null);
    }

    private static NetworkServices network(
            FraiseqlConfiguration configuration,
            Environment environment,
            HttpModule.Shared shared,
            EventService log,
            ReplaceableEngine engine) {
        HostedEvents.Log readable = new HostedEvents.Log(
                log::read,
                log::requireReadable,
                configuration.section(GraphqlConfig.class).anyDocument(),
                () -> engine.current().model().types().keySet());
        return new NetworkServices(engine, engine, readable, shared, environment.healthChecks(), () -> engine.current()
                .engine()
                .forgetResults());
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

    @Override
    protected void onFatalError(Throwable failure) {
        exit.accept(ExitCode.of(failure));
    }

    private static Map<String, String> properties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }
}
