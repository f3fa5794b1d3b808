package io.fraiseql.server.cli;

import io.dropwizard.core.Application;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.Version;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.engine.FileWatch;
import io.fraiseql.server.observer.ActionKinds;
import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code dev config.yml}: the server, with the authored schema compiled into {@code schema.path} at the start and after each change. A
 * schema with problems stops the start; later they are logged and the last one is served.
 */
public final class DevCommand extends ServeCommand {

    private static final Logger LOG = LoggerFactory.getLogger(DevCommand.class);

    private final SchemaCompiler compiler;

    public DevCommand(Application<FraiseqlConfiguration> application, Version version) {
        super(application, "dev", "runs the server and compiles the schema whenever it changes");
        this.compiler = new SchemaCompiler(version.product(), new ScalarCatalog());
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--source")
                .metavar("SCHEMA")
                .setDefault("schema.json")
                .help("the authored schema");
        parser.addArgument("--operations").metavar("DIR").help("a folder of .graphql documents to compile too");
    }

    @Override
    protected void run(
            Bootstrap<FraiseqlConfiguration> bootstrap, Namespace arguments, FraiseqlConfiguration configuration)
            throws Exception {
        Path source = Path.of(arguments.getString("source"));
        String operations = arguments.getString("operations");
        bootstrap.addBundle(new Recompiling(compiler, source, operations == null ? null : Path.of(operations)));
        super.run(bootstrap, arguments, configuration);
    }

    /** Runs before the application is made. */
    private record Recompiling(
            SchemaCompiler compiler, Path source, @Nullable Path operations)
            implements ConfiguredBundle<FraiseqlConfiguration> {

        @Override
        public void run(FraiseqlConfiguration configuration, Environment environment) {
            Path served = Path.of(configuration.section(SchemaConfig.class).path());
            List<DatabaseOffer> targets = List.of(configuration.database().offer());
            ActionKinds actions = new ActionKinds(configuration.plugins());
            FileWatch files = new FileWatch(
                    "source-watch",
                    Stream.of(source, operations).filter(Objects::nonNull).toArray(Path[]::new));
            environment.lifecycle().manage(new AutoCloseableManager(files));
            SchemaFiles.write(
                    served,
                    compiler.compile(source, operations, targets, actions).text());
            configuration.replace(new SchemaConfig(served.toString(), true));
            files.start(() -> recompile(served, targets, actions));
        }

        private void recompile(Path served, List<DatabaseOffer> targets, ActionKinds actions) {
            try {
                SchemaFiles.write(
                        served,
                        compiler.compile(source, operations, targets, actions).text());
                LOG.info("compiled {}", source);
            } catch (FraiseqlException e) {
                LOG.error("still serving the last schema: {}", e.getMessage());
            }
        }
    }
}
