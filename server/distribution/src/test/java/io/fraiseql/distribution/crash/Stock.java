package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.DatabaseFolder;
import io.fraiseql.distribution.DistributionProcess;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database of a run with the servers on it: one table that is written, and the event log beside it. */
final class Stock {

    /** A server's file, for commands. */
    static final String TOOLS = "tools.yml";

    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Item", "sql_source": "item", "primary_key": ["id"], "fields": [
              {"name": "id", "type": "Int", "nullable": false},
              {"name": "version", "type": "Int", "nullable": false},
              {"name": "pause", "type": "Int", "nullable": true}]}],
             "queries": [{"name": "items", "return_type": "Item", "returns_list": true}],
             "mutations": [
               {"name": "createItem", "return_type": "Item", "table": "item", "operation": "CREATE"},
               {"name": "updateItem", "return_type": "Item", "table": "item", "operation": "UPDATE"},
               {"name": "updateItems", "return_type": "Item", "table": "item", "operation": "UPDATE", "returns_list": true},
               {"name": "deleteItem", "return_type": "Item", "table": "item", "operation": "DELETE"}]}""";
    /** A transaction that has its number in the log already and commits late. */
    private static final Map<TestDatabase, String> PAUSES =
            Map.of(TestDatabase.POSTGRESQL, """
            CREATE FUNCTION crash_pause() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN PERFORM pg_sleep((NEW.data->>'pause')::numeric / 1000); RETURN NULL; END $$;
            CREATE TRIGGER crash_pause AFTER INSERT ON fraiseql_event FOR EACH ROW
              WHEN (NEW.data->>'pause' IS NOT NULL) EXECUTE FUNCTION crash_pause()""", TestDatabase.MARIADB, mysqlPause(), TestDatabase.MYSQL, mysqlPause());

    private final DatabaseFolder folder;
    private final Topology topology;
    private final Broker broker;
    private final ServerFile file;

    private Stock(DatabaseFolder folder, Topology topology, Broker broker, ServerFile file) {
        this.folder = folder;
        this.topology = topology;
        this.broker = broker;
        this.file = file;
    }

    private static String mysqlPause() {
        return "CREATE TRIGGER crash_pause AFTER INSERT ON fraiseql_event FOR EACH ROW"
                + " DO SLEEP(COALESCE(JSON_VALUE(NEW.data, '$.pause'), 0) / 1000)";
    }

    /** @param receiver the URL of the endpoint that the rules call */
    static Stock create(Path path, CrashOptions options, Broker broker, String receiver) throws IOException {
        TestDatabase database = options.database();
        DatabaseFolder folder = DatabaseFolder.empty(path, database);
        folder.fill("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL, pause INTEGER)");
        folder.distribution().withFile("schema.json", SCHEMA);
        folder.compile("schema.json", database.dialect());
        folder.migrate();
        if (PAUSES.containsKey(database)) {
            folder.fill(PAUSES.get(database));
        }
        ServerFile file = new ServerFile(options.topology(), folder.url(), broker, receiver);
        folder.distribution().withFile(TOOLS, file.text(Victim.READER, "tools"));
        return new Stock(folder, options.topology(), broker, file);
    }

    /** Starts a server that says its name with every webhook. */
    DistributionProcess serve(Victim kind, String name) {
        try {
            return folder.distribution()
                    .withFile(name + ".yml", file.text(kind, name))
                    .start("server", name + ".yml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the process that owns a cursor, which stands second in its name. */
    Optional<Long> owner(String cursor) {
        List<Long> owners = query("SELECT owner FROM fraiseql_event_cursor WHERE name = '" + cursor + "'", row -> {
            String owner = row.getString(1);
            return owner == null ? -1 : Long.parseLong(owner.split(" ")[1]);
        });
        return owners.stream().filter(owner -> owner > 0).findFirst();
    }

    /** How often a cursor had another owner. */
    long takeovers(String cursor) {
        return number("SELECT token FROM fraiseql_event_cursor WHERE name = '" + cursor + "'");
    }

    /** Up to where the one reader is done. */
    long position() {
        return number("SELECT position FROM fraiseql_event_cursor WHERE name = '" + topology.cursor() + "'");
    }

    /**
     * How many events have no position or are not looked at, and how many deliveries are not done. Work goes from each of these to the next, so that all of
     * it is done when there is none.
     */
    long unfinished() {
        long rows = number("SELECT COUNT(*) FROM fraiseql_event WHERE position IS NULL")
                + number("SELECT COUNT(*) FROM fraiseql_event WHERE position > " + position())
                + number("SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state <> 'DEAD'")
                + number("SELECT COUNT(*) FROM fraiseql_job");
        return rows > 0 ? rows : broker.unfinished(folder);
    }

    /** Deliveries that were given up. */
    long dead() {
        return number("SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
    }

    private long number(String sql) {
        return folder.numbers(sql).stream().findFirst().orElse(0L);
    }

    /** The log in the order of the positions. */
    List<LoggedEvent> events() {
        return query(
                "SELECT position, id, entity_id, event_type, data, \"before\" FROM fraiseql_event ORDER BY position",
                LoggedEvent::read);
    }

    /** The version of each row by its key. */
    Map<Integer, Integer> rows() {
        Map<Integer, Integer> rows = new HashMap<>();
        query("SELECT id, version FROM item", row -> rows.put(row.getInt(1), row.getInt(2)));
        return rows;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader) {
        try (var connection = TestDatabase.connect(folder.absoluteUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
