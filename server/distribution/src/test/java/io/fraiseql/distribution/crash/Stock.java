package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.DatabaseFolder;
import io.fraiseql.distribution.DistributionServer;
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

/** The database of a run: one table that is written, and the event log beside it. */
final class Stock {

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
    private static final String CONFIGURATION = """
            server:
              applicationConnectors: [{type: http, port: 0}]
              adminConnectors: [{type: http, port: 0}]
              requestLog: {appenders: []}
            database: {url: "%1$s"}
            events: {log: {lease: %2$dms, pollInterval: %3$dms}}
            observers:
              concurrency: %4$d
              actions: {webhook: {allowedHosts: [127.0.0.1]}}
              rules:
                - name: each
                  entity: Item
                  event: ANY
                  retry: &retry {max_attempts: 100, initial_delay_ms: 20, max_delay_ms: 200}
                  actions: [{type: webhook, url: "%5$s/each", headers: &from {X-Server: "%6$s"}}]
                - name: steps
                  entity: Item
                  event: DELETE
                  retry: *retry
                  actions:
                    - {type: webhook, url: "%5$s/first", headers: *from}
                    - {type: webhook, url: "%5$s/second", headers: *from}
            """;

    /** A transaction that has its number in the log already and commits late. */
    private static final Map<TestDatabase, String> PAUSES =
            Map.of(TestDatabase.POSTGRESQL, """
            CREATE FUNCTION crash_pause() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN PERFORM pg_sleep((NEW.data->>'pause')::numeric / 1000); RETURN NULL; END $$;
            CREATE TRIGGER crash_pause AFTER INSERT ON fraiseql_event FOR EACH ROW
              WHEN (NEW.data->>'pause' IS NOT NULL) EXECUTE FUNCTION crash_pause()""", TestDatabase.MARIADB, mysqlPause(), TestDatabase.MYSQL, mysqlPause());

    private final DatabaseFolder folder;
    private final String receiver;

    private Stock(DatabaseFolder folder, String receiver) {
        this.folder = folder;
        this.receiver = receiver;
    }

    private static String mysqlPause() {
        return "CREATE TRIGGER crash_pause AFTER INSERT ON fraiseql_event FOR EACH ROW"
                + " DO SLEEP(COALESCE(JSON_VALUE(NEW.data, '$.pause'), 0) / 1000)";
    }

    /** @param receiver the URL of the endpoint that the rules call */
    static Stock create(Path path, TestDatabase database, String receiver) throws IOException {
        DatabaseFolder folder = DatabaseFolder.empty(path, database);
        folder.fill("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL, pause INTEGER)");
        folder.distribution().withFile("schema.json", SCHEMA);
        folder.succeed("compile", "schema.json", "--target", database.dialect());
        folder.migrate();
        if (PAUSES.containsKey(database)) {
            folder.fill(PAUSES.get(database));
        }
        return new Stock(folder, receiver);
    }

    /** Starts a server that says its name with every webhook. */
    DistributionServer serve(String name) {
        try {
            return folder.distribution()
                    .withFile(
                            name + ".yml",
                            CONFIGURATION.formatted(
                                    folder.url(),
                                    CrashOptions.LEASE.toMillis(),
                                    CrashOptions.POLL.toMillis(),
                                    CrashOptions.CONCURRENCY,
                                    receiver,
                                    name))
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

    /** How many events have no position, are not looked at by the rules, or have deliveries that are not done. */
    long unfinished() {
        return number("SELECT COUNT(*) FROM fraiseql_event WHERE position IS NULL")
                + number("SELECT COUNT(*) FROM fraiseql_event WHERE position >"
                        + " (SELECT position FROM fraiseql_event_cursor WHERE name = 'observers')")
                + number("SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state <> 'DEAD'");
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
