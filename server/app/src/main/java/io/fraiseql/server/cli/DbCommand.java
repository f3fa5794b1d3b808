package io.fraiseql.server.cli;

import io.fraiseql.server.config.Host;
import io.fraiseql.server.system.SystemTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Argument;

/** {@code db migrate|status|rollback config.yml}: makes and changes the server's own tables in the configured database. */
public final class DbCommand extends SystemCommand {

    /** @param migrations the folder with {@code fraiseql.xml} */
    public DbCommand(Host host, Path migrations) {
        super("db", "makes and changes the server's own tables", host, migrations);
    }

    @Override
    void actions(Argument action) {
        action.choices("migrate", "status", "rollback")
                .help("bring the tables up to date, say what is missing, or take the last step back");
    }

    @Override
    void run(String action, Target target, Output output) {
        SystemTables tables = target.tables();
        switch (action) {
            case "migrate" -> migrated(tables.migrate(), output);
            case "rollback" -> rolledBack(tables.rollback(), output);
            default -> status(tables, output);
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
}
