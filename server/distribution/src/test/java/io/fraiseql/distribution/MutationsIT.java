package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.system.SystemTables;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mutations through the shipped commands and server: tables of the server's own, writes over HTTP, bounds. */
class MutationsIT {

    private static final String STEPS = IntStream.rangeClosed(1, SystemTables.VERSION)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS =
            Set.of("mutation.maxBody", "mutation.maxRows", "events.outbox.enabled", "events.outbox.migrate");

    private static final String TABLES = """
            CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE);
            CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES author (id),
                title VARCHAR(40) NOT NULL);
            """;
    private static final String CREATE =
            "mutation { createAuthor(input: {id: 1, name: \\\"Ada\\\"}) { name books { title } } }";

    @TempDir
    private Path folder;

    private DatabaseFolder folder(TestDatabase database) throws IOException {
        DatabaseFolder made = DatabaseFolder.empty(folder, database);
        made.fill(TABLES);
        made.introspect("--mutations");
        made.compile("schema.json", database.dialect());
        return made;
    }

    @ParameterizedTest
    @EnumSource
    void areServedFromAMigratedDatabase(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.POSTGRESQL);
        DatabaseFolder made = folder(database);
        made.migrate();
        try (DistributionServer server = made.serve("events.outbox.migrate=never")) {
            assertThat(HttpAnswer.json(server.port(), "{\"query\":\"" + CREATE + "\"}")
                            .body())
                    .isEqualTo("{\"data\":{\"createAuthor\":{\"name\":\"Ada\",\"books\":[]}}}");
            assertThat(HttpAnswer.json(server.port(), "{\"query\":\"" + CREATE + "\"}")
                            .body())
                    .contains("CONSTRAINT_VIOLATION", "\"kind\":\"UNIQUE\"");
        }
        made.succeed("introspect", "--database", made.url(), "-o", "again.json");
        assertThat(Files.readString(folder.resolve("again.json")))
                .as("the server's own tables are not offered, mutations only when asked for")
                .doesNotContain("fraiseql_")
                .doesNotContain("mutations");
    }

    /** What the steps do on each database is shown by {@code SystemTablesTest}. */
    @Test
    void theirTablesAreMadeAndTakenBackByCommands() throws IOException {
        DatabaseFolder made = folder(TestDatabase.POSTGRESQL);
        assertThat(made.succeed("db", "status", "config.yml").out())
                .isEqualTo("version 0 of " + SystemTables.VERSION + "; to be made: " + STEPS + "\n");
        Distribution.Ended refused = made.refuse("events.outbox.migrate=never");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("db migrate").contains("events.outbox.enabled");
        assertThat(made.succeed("db", "migrate", "config.yml").out()).isEqualTo("made: " + STEPS + "\n");
        assertThat(made.succeed("db", "migrate", "config.yml").out()).isEqualTo("up to date\n");
        assertThat(made.succeed("db", "rollback", "config.yml").out())
                .isEqualTo("taken back: " + SystemTables.VERSION + "\n");
        assertThat(made.refuse("events.outbox.migrate=never").exitCode()).isEqualTo(2);
        try (DistributionServer server = made.serve("events.outbox.enabled=false")) {
            assertThat(HttpAnswer.json(server.port(), "{\"query\":\"" + CREATE + "\"}")
                            .body())
                    .isEqualTo("{\"data\":{\"createAuthor\":{\"name\":\"Ada\",\"books\":[]}}}");
        }
    }

    @Test
    void aFileOfItsOwnIsMigratedAtTheStart() throws IOException {
        DatabaseFolder made = folder(TestDatabase.SQLITE);
        try (DistributionServer server = made.serve()) {
            assertThat(HttpAnswer.json(server.port(), "{\"query\":\"" + CREATE + "\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(made.succeed("db", "status", "config.yml").out())
                .isEqualTo("version %1$d of %1$d\n".formatted(SystemTables.VERSION));
    }

    @Test
    void areRefusedByGetAndBoundedInRowsAndBytes() throws IOException {
        DatabaseFolder made = folder(TestDatabase.SQLITE);
        String[] settings = {"http.maxBody=1KiB", "mutation.maxBody=64KiB", "mutation.maxRows=3"};
        try (DistributionServer server = made.serve(settings)) {
            int port = server.port();
            String document =
                    URLEncoder.encode("mutation { deleteAuthors(all: true) { affectedRows } }", StandardCharsets.UTF_8);
            HttpAnswer get = HttpAnswer.get(port, "/graphql?query=" + document);
            assertThat(get.status()).isEqualTo(405);
            assertThat(get.allow()).isEqualTo("POST");
            String long2 = "x".repeat(2_000);
            assertThat(HttpAnswer.json(port, "{\"query\":\"{ authors { name } } #" + long2 + "\"}")
                            .status())
                    .isEqualTo(413);
            assertThat(HttpAnswer.json(port, "{\"query\":\"" + CREATE + " #" + long2 + "\"}")
                            .body())
                    .contains("\"createAuthor\":{\"name\":\"Ada\"");
            assertThat(HttpAnswer.json(port, "{\"query\":\"" + CREATE + " #" + "x".repeat(70_000) + "\"}")
                            .status())
                    .isEqualTo(413);
            String rows = "mutation { createAuthors(inputs: [%s]) { affectedRows } }";
            String three = "{id: 2, name: \"b\"}, {id: 3, name: \"c\"}, {id: 4, name: \"d\"}";
            assertThat(HttpAnswer.query(port, rows.formatted(three)).body()).contains("\"affectedRows\":3");
            assertThat(HttpAnswer.query(port, rows.formatted(three + ", {id: 5, name: \"e\"}"))
                            .body())
                    .contains("mutation.maxRows");
        }
    }

    @Test
    void explainShowsEveryStatement() throws IOException {
        DatabaseFolder made = folder(TestDatabase.SQLITE);
        made.distribution().withFile("change.graphql", "mutation { updateAuthor(id: 1, set: {name: \"x\"}) { name } }");
        assertThat(made.succeed("explain", "change.graphql", "--target", "sqlite")
                        .out())
                .contains("SELECT \"t0\".\"id\"", "UPDATE \"author\"", "RETURNING", "WHERE \"t0\".\"id\" = ?");
    }
}
