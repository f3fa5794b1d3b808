package io.fraiseql.server.cli;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.plugin.LoadedPlugin;
import io.fraiseql.spi.host.PluginContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code check config.yml}: loads the plugins and the whole configuration as the server would, with the rules in it, and starts nothing. */
public final class CheckCommand extends ConfiguredCommand<FraiseqlConfiguration> {

    private final PluginContext context;

    /** @param context what plugins are given, as when the server starts */
    public CheckCommand(PluginContext context) {
        super("check", "checks a configuration file without starting the server");
        this.context = context;
    }

    @Override
    protected Class<FraiseqlConfiguration> getConfigurationClass() {
        return FraiseqlConfiguration.class;
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--format")
                .choices("text", "json")
                .setDefault("text")
                .help("how results are written");
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return parser.addArgument("file").help("the configuration file");
    }

    @Override
    protected void run(
            Bootstrap<FraiseqlConfiguration> bootstrap, Namespace arguments, FraiseqlConfiguration configuration) {
        checkRules(configuration);
        String file = arguments.getString("file");
        String database = configuration.database().offer().name();
        List<String> plugins =
                configuration.plugins().loaded().stream().map(LoadedPlugin::id).toList();
        new Output(System.out, "json".equals(arguments.getString("format")))
                .write(
                        () -> file + " is valid: database " + database + ", plugins " + String.join(", ", plugins),
                        () -> new LinkedHashMap<>(
                                Map.of("file", file, "valid", true, "database", database, "plugins", plugins)));
    }

    /** They are about the types of the compiled schema, which nothing else here needs: without rules of its own the file may come later. */
    private void checkRules(FraiseqlConfiguration configuration) {
        ObserversConfig observers = configuration.section(ObserversConfig.class);
        Path schema = Path.of(configuration.section(SchemaConfig.class).path());
        if (!observers.rules().isEmpty() || Files.exists(schema)) {
            CheckedRules.of(configuration, ServedEngine.model(schema), null, context);
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        Failure.print(failure, Failure.debug(getConfiguration()), cli.getStdErr());
    }
}
