package io.fraiseql.server.cli;

import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.demo.DemoDatabase;
import io.fraiseql.spi.database.Database;
import java.nio.file.Path;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code demo --database URL}: makes the demo bookshop in an empty database. */
public final class DemoCommand extends CliCommand {

    private final Host host;
    private final Path migrations;
    private final PluginFolder plugins;
    private final DatabaseOptions databases;

    /** @param migrations the folder with {@code demo/DIALECT.sql} */
    public DemoCommand(Host host, Path migrations) {
        super("demo", "creates and fills the demo database");
        this.host = host;
        this.migrations = migrations;
        this.plugins = new PluginFolder(host);
        this.databases = new DatabaseOptions(host);
    }

    @Override
    protected void options(Subparser parser) {
        plugins.declare(parser);
        databases.declare(parser, true);
    }

    @Override
    protected void run(Namespace arguments, Output output) {
        DatabaseChoice choice = databases.choose(arguments, plugins.load(arguments));
        String dialect = choice.offer().name();
        int rows;
        try (Database database = choice.open(host.context())) {
            rows = DemoDatabase.create(
                    database.systemDataSource(),
                    dialect,
                    migrations.resolve("demo").resolve(dialect + ".sql"));
        }
        output.write(() -> rows + " rows written", () -> Map.of("rows", rows));
    }
}
