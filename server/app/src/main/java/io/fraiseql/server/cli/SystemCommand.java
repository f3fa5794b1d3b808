package io.fraiseql.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.slf4j.LoggerFactory;

/** {@code NAME ACTION config.yml}: a command on the server's own tables in the configured database. */
abstract class SystemCommand extends ConfiguredCommand<FraiseqlConfiguration> {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Host host;
    private final Path migrations;

    /** @param migrations the folder with {@code fraiseql.xml} */
    SystemCommand(String name, String description, Host host, Path migrations) {
        super(name, description);
        this.host = host;
        this.migrations = migrations;
    }

    @Override
    protected final Class<FraiseqlConfiguration> getConfigurationClass() {
        return FraiseqlConfiguration.class;
    }

    @Override
    public final void configure(Subparser parser) {
        actions(parser.addArgument("action"));
        super.configure(parser);
        options(parser);
        parser.addArgument("--format")
                .choices("text", "json")
                .setDefault("text")
                .help("how results are written");
    }

    @Override
    protected final Argument addFileArgument(Subparser parser) {
        return parser.addArgument("file").help("the configuration file");
    }

    @Override
    protected final void run(
            Bootstrap<FraiseqlConfiguration> bootstrap, Namespace arguments, FraiseqlConfiguration configuration) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        requireTaken(arguments);
        Output output = new Output(System.out, "json".equals(arguments.getString("format")));
        DatabaseChoice choice = configuration.database();
        choice.requireMutations();
        try (Database database = choice.open(host.context())) {
            SystemTables tables = new SystemTables(database.systemDataSource(), migrations);
            run(arguments.getString("action"), new Target(database, configuration, tables, arguments), output);
        }
    }

    @Override
    public final void onError(Cli cli, Namespace arguments, Throwable failure) {
        Failure.print(failure, Failure.debug(getConfiguration()), cli.getStdErr());
    }

    /** An option that changes nothing would let somebody believe that it does. */
    private void requireTaken(Namespace arguments) {
        String action = arguments.getString("action");
        Set<String> taken = new TreeSet<>(taken().getOrDefault(action, Set.of()));
        for (Set<String> options : taken().values()) {
            for (String option : options) {
                Object given = arguments.get(option);
                if (given != null && !Boolean.FALSE.equals(given) && !taken.contains(option)) {
                    throw new FraiseqlException(
                            CoreErrorCode.INVALID_CONFIGURATION,
                            "'" + getName() + " " + action + "' does not take --" + option
                                    + (taken.isEmpty() ? "" : "; it takes --" + String.join(", --", taken)));
                }
            }
        }
    }

    /**
     * How many of something are asked for.
     *
     * @param more where there are more; empty for nowhere
     */
    static int limit(Namespace arguments, String more) {
        Integer limit = arguments.getInt("limit");
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new FraiseqlException(CoreErrorCode.INVALID_CONFIGURATION, "limit must be from 1 to " + MOST + more);
        }
        return limit == null ? USUAL : limit;
    }

    /** What the command works on. */
    record Target(Database database, FraiseqlConfiguration configuration, SystemTables tables, Namespace arguments) {

        /** What chose the database. */
        DatabaseChoice choice() {
            return configuration.database();
        }
    }

    /** Declares options besides {@code --format}. They have no defaults, so that it is known which ones were given. */
    void options(Subparser parser) {}

    /** Which of {@link #options} each action takes, by their names without the dashes. An action that is not there takes none. */
    Map<String, Set<String>> taken() {
        return Map.of();
    }

    /** Declares the actions. */
    abstract void actions(Argument action);

    /**
     * Does the work.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException to fail; see {@link ExitCode}
     */
    abstract void run(String action, Target target, Output output);
}
