package io.fraiseql.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.slf4j.LoggerFactory;

/** {@code db migrate|status|rollback config.yml}: makes and changes the server's own tables in the configured database. */
public final class DbCommand extends ConfiguredCommand<FraiseqlConfiguration> {

    private final Host host;
    private final Path migrations;

    /** @param migrations the folder with {@code fraiseql.xml} */
    public DbCommand(Host host, Path migrations) {
        super("db", "makes and changes the server's own tables");
        this.host = host;
        this.migrations = migrations;
    }

    @Override
    protected Class<FraiseqlConfiguration> getConfigurationClass() {
        return FraiseqlConfiguration.class;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("action")
                .choices("migrate", "status", "rollback")
                .help("bring the tables up to date, say what is missing, or take the last step back");
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
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Output output = new Output(System.out, "json".equals(arguments.getString("format")));
        DatabaseChoice choice = configuration.database();
        choice.requireMutations();
        try (Database database = choice.open(host.context())) {
            SystemTables tables = new SystemTables(database.systemDataSource(), migrations);
            switch (arguments.getString("action")) {
                case "migrate" -> migrated(tables.migrate(), output);
                case "rollback" -> rolledBack(tables.rollback(), output);
                default -> status(tables, output);
            }
        }
    }

    private static void migrated(List<String> steps, Output output) {
        output.write(
                () -> steps.isEmpty() ? "up to date" : "made: " + String.join(", ", steps),
                () -> Map.of("made", steps, "version", SystemTables.VERSION));
    }

    private static void rolledBack(String step, Output output) {
        output.write(() -> "taken back: " + step, () -> Map.of("takenBack", step));
    }

    private static void status(SystemTables tables, Output output) {
        int version = tables.version();
        List<String> pending = tables.pending();
        output.write(
                () -> "version " + version + " of " + SystemTables.VERSION
                        + (pending.isEmpty() ? "" : "; to be made: " + String.join(", ", pending)),
                () -> Map.of("version", version, "latest", SystemTables.VERSION, "pending", pending));
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        Failure.print(failure, Failure.debug(getConfiguration()), cli.getStdErr());
    }
}
