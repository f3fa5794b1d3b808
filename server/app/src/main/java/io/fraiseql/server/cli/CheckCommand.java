package io.fraiseql.server.cli;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.fraiseql.core.model.Model;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.observer.RuleBook;
import io.fraiseql.server.observer.TopologyCheck;
import io.fraiseql.server.plugin.LoadedPlugin;
import io.fraiseql.spi.Nullable;
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
        String note = checkRules(configuration);
        String file = arguments.getString("file");
        String database = configuration.database().offer().name();
        List<String> plugins =
                configuration.plugins().loaded().stream().map(LoadedPlugin::id).toList();
        new Output(System.out, "json".equals(arguments.getString("format")))
                .write(
                        () -> file + " is valid: database " + database + ", plugins " + String.join(", ", plugins)
                                + (note == null
                                        ? ""
                                        : "\nnote: without managed rules the server does not start: " + note),
                        () -> values(file, database, plugins, note));
    }

    private static Map<String, ?> values(String file, String database, List<String> plugins, @Nullable String note) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", file);
        values.put("valid", true);
        values.put("database", database);
        values.put("plugins", plugins);
        if (note != null) {
            values.put("note", note);
        }
        return values;
    }

    /** They are about the types of the compiled schema, which nothing else here needs: without rules of its own the file may come later. */
    private @Nullable String checkRules(FraiseqlConfiguration configuration) {
        ObserversConfig observers = configuration.section(ObserversConfig.class);
        Path schema = Path.of(configuration.section(SchemaConfig.class).path());
        if (observers.rules().isEmpty() && !Files.exists(schema)) {
            return null;
        }
        Model model = ServedEngine.model(schema);
        RuleBook book = CheckedRules.of(configuration, model, null, context);
        EventsConfig events = configuration.section(EventsConfig.class);
        return new TopologyCheck(observers.topology(), events)
                .check(
                        book,
                        events.outbox().enabled() && ServedEngine.notesEvents(model),
                        configuration.database().offer().dialect());
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        Failure.print(failure, Failure.debug(getConfiguration()), cli.getStdErr());
    }
}
