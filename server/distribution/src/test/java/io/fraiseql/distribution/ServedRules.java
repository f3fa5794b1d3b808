package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A database with one table whose mutations are served, with rules of observers. */
final class ServedRules {

    static final Duration SOON = Duration.ofSeconds(40);

    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Ticket", "sql_source": "ticket", "primary_key": ["id"], "fields": [
              {"name": "id", "type": "Int", "nullable": false},
              {"name": "title", "type": "String", "nullable": false},
              {"name": "state", "type": "String", "nullable": true},
              {"name": "price", "type": "Decimal", "nullable": true, "sql": {"type": "decimal", "precision": 12, "scale": 2}}]}],
             "queries": [{"name": "tickets", "return_type": "Ticket", "returns_list": true}],
             "mutations": [
               {"name": "createTicket", "return_type": "Ticket", "table": "ticket", "operation": "CREATE"},
               {"name": "updateTicket", "return_type": "Ticket", "table": "ticket", "operation": "UPDATE"},
               {"name": "deleteTicket", "return_type": "Ticket", "table": "ticket", "operation": "DELETE"}],
             "subscriptions": [
               {"name": "ticketChanged", "entity_type": "Ticket"},
               {"name": "ticketUpdated", "entity_type": "Ticket", "operation": "UPDATE", "description": "What was changed."}],
             "observers": [%s], "schedules": [%s]}""";

    private final DatabaseFolder folder;
    private final TestDatabase database;

    private ServedRules(DatabaseFolder folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** A database whose compiled schema has these observers. */
    static ServedRules create(Path path, TestDatabase database, String... observers) throws IOException {
        DatabaseFolder folder = DatabaseFolder.empty(path, database);
        folder.fill(
                "CREATE TABLE ticket (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(40) NOT NULL, state VARCHAR(40),"
                        + " price DECIMAL(12, 2))");
        ServedRules rules = new ServedRules(folder, database);
        rules.compile(observers);
        folder.migrate();
        return rules;
    }

    DatabaseFolder folder() {
        return folder;
    }

    void compile(String... observers) throws IOException {
        write("", observers);
        folder.compile("schema.json", database.dialect());
    }

    /** Compiles by the command, which knows the plugins of the folder. */
    void compileByCommand(String... observers) throws IOException {
        write("", observers);
        Distribution.Ended ended = folder.distribution().run("compile", "schema.json", "--target", database.dialect());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    /** Compiles the schema with a schedule. */
    void schedule(String schedule) throws IOException {
        write(schedule);
        folder.compile("schema.json", database.dialect());
    }

    /** What compiling with a schedule that cannot be used says. */
    String refusedSchedule(String schedule) throws IOException {
        write(schedule);
        return refused();
    }

    /** What compiling with observers that cannot be used says. */
    String refused(String... observers) throws IOException {
        write("", observers);
        return refused();
    }

    private String refused() throws IOException {
        Distribution.Ended ended = folder.run("compile", "schema.json", "--target", database.dialect(), "--check");
        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
        return ended.err();
    }

    private void write(String schedule, String... observers) throws IOException {
        folder.distribution().withFile("schema.json", SCHEMA.formatted(String.join(",\n", observers), schedule));
    }

    /** Adds rules to the configuration, as YAML. */
    void configure(String observers) throws IOException {
        Path file = folder.distribution().folder().resolve("config.yml");
        Files.writeString(file, Files.readString(file) + "observers:\n" + observers.indent(2));
    }

    /** Writes through a server. */
    static void mutate(DistributionServer server, String mutation) throws IOException {
        assertThat(HttpAnswer.query(server.port(), "mutation { " + mutation + " }")
                        .body())
                .contains("\"data\"")
                .doesNotContain("errors");
    }

    static void create(DistributionServer server, int id, String more) throws IOException {
        mutate(server, "createTicket(input: {id: " + id + ", title: \"T" + id + "\"" + more + "}) { id }");
    }

    /** Waits until the output of a server has what is expected. */
    static void awaitOutput(DistributionServer server, String... expected) {
        for (String text : expected) {
            assertThat(Waiting.until(
                            SOON, Duration.ofMillis(20), () -> server.output().contains(text)))
                    .as(() -> "'" + text + "' in\n" + server.output())
                    .isTrue();
        }
    }

    /** Waits until a query of one number gives it. */
    void await(long expected, String sql) {
        assertThat(Waiting.until(SOON, Duration.ofMillis(20), () -> numbers(sql).equals(List.of(expected))))
                .as(() -> sql + " gives " + numbers(sql) + " instead of " + expected)
                .isTrue();
    }

    List<Long> numbers(String sql) {
        return folder.numbers(sql);
    }
}
