package io.fraiseql.server;

import ch.qos.logback.classic.Level;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.server.cli.CheckCommand;
import io.fraiseql.server.cli.CliCommand;
import io.fraiseql.server.cli.ExitCode;
import io.fraiseql.server.cli.ServeCommand;
import io.fraiseql.server.cli.VersionCommand;
import io.fraiseql.server.config.ConfigFile;
import io.fraiseql.server.config.ConfigLoader;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.GraphqlConfig;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.config.Section;
import io.fraiseql.server.config.SecurityConfig;
import io.fraiseql.server.plugin.HostPluginContext;
import io.fraiseql.server.plugin.PluginLoader;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The composition root: everything that the server is made of, in the order in which it is made. */
public final class FraiseqlApplication extends Application<FraiseqlConfiguration> {

    /** The server's own sections of the configuration. */
    public static final List<Section<?>> SECTIONS = List.of(
            new Section<>("schema", SchemaConfig.class),
            new Section<>("graphql", GraphqlConfig.class),
            new Section<>("security", SecurityConfig.class));

    private final Version version = Version.read();
    private final Host host = new Host(
            System.getenv(),
            properties(),
            ServerJar.folder().resolve("plugins"),
            new PluginLoader(version.spi()),
            new HostPluginContext(Clock.systemUTC()));
    private final ServerParts parts;

    public FraiseqlApplication(ServerParts parts) {
        this.parts = parts;
    }

    public static void main(String[] arguments) throws Exception {
        new FraiseqlApplication(new MissingParts()).run(arguments);
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
        bootstrap.addCommand(new CheckCommand());
        bootstrap.addCommand(new VersionCommand(version, host));
        parts.commands(host).forEach(bootstrap::addCommand);
    }

    @Override
    public void initialize(Bootstrap<FraiseqlConfiguration> bootstrap) {
        bootstrap.setConfigurationFactoryFactory((type, validator, mapper, prefix) ->
                new ConfigFile(new ConfigLoader(host, SECTIONS, mapper, validator)));
    }

    @Override
    public void run(FraiseqlConfiguration configuration, Environment environment) {
        Database database = configuration.database().open(host.context());
        environment.lifecycle().manage(new AutoCloseableManager(database));
        GraphQLEngine engine = parts.engine(configuration, database);
        parts.http(configuration, engine, database, environment);
        environment.jersey().disable();
        environment.lifecycle().addServerLifecycleListener(new ReadyMessage());
    }

    @Override
    protected void onFatalError(Throwable failure) {
        System.exit(ExitCode.of(failure));
    }

    private static Map<String, String> properties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    private record MissingParts() implements ServerParts {

        @Override
        public List<CliCommand> commands(Host host) {
            return List.of();
        }

        @Override
        public GraphQLEngine engine(FraiseqlConfiguration configuration, Database database) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "this build of the server has no GraphQL engine");
        }

        @Override
        public void http(
                FraiseqlConfiguration configuration, GraphQLEngine engine, Database database, Environment environment) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "this build of the server has no endpoints");
        }
    }
}
