package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cached results give way to what other servers and other programs write, long before they are too old. */
class EvictionIT {

    private static final String NAMES = "{ authors { name } }";
    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Author", "sql_source": "author", "primary_key": ["id"], %s
              "fields": [{"name": "id", "type": "Int", "nullable": false}, {"name": "name", "type": "String", "nullable": false}]}],
             "queries": [{"name": "authors", "return_type": "Author", "returns_list": true, "cache_ttl_seconds": 3600}],
             "mutations": [{"name": "createAuthor", "return_type": "Author", "table": "author", "operation": "CREATE"}]}""";

    /** What notes with odd ids tell is what no event does: that authors are others than before. */
    private static final String RULES = """
            {"version": "2.0.0", "types": [
              {"name": "Author", "sql_source": "author", "primary_key": ["id"],
               "fields": [{"name": "id", "type": "Int", "nullable": false}, {"name": "name", "type": "String", "nullable": false}]},
              {"name": "Note", "sql_source": "note", "primary_key": ["id"],
               "fields": [{"name": "id", "type": "Int", "nullable": false}]}],
             "queries": [{"name": "authors", "return_type": "Author", "returns_list": true, "cache_ttl_seconds": 3600}],
             "mutations": [{"name": "createAuthor", "return_type": "Author", "table": "author", "operation": "CREATE"},
               {"name": "createNote", "return_type": "Note", "table": "note", "operation": "CREATE"}],
             "observers": [
               {"name": "fresh", "entity": "Note", "event": "INSERT", "condition": "id != 2",
                "actions": [{"type": "cache", "types": ["Author"]}]},
               {"name": "stated", "entity": "Note", "event": "INSERT", "condition": "id == 2",
                "actions": [{"type": "database", "statement": "state"}]}]}""";

    private static final String STATEMENT =
            "observers.actions.database.statements={state: \"INSERT INTO author VALUES (2, 'stated')\"}";

    @TempDir
    private Path folder;

    private DatabaseFolder folder(TestDatabase database, String capture) throws IOException {
        DatabaseFolder made = DatabaseFolder.empty(folder, database);
        made.fill("CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL)");
        Files.writeString(folder.resolve("schema.json"), SCHEMA.formatted(capture));
        made.compile("schema.json", database.dialect());
        made.migrate();
        return made;
    }

    private static String names(DistributionServer server) {
        try {
            return HttpAnswer.query(server.port(), NAMES).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitNames(DistributionServer server, String name) {
        assertThat(Waiting.until(Duration.ofSeconds(30), Duration.ofMillis(50), () -> names(server)
                        .contains(name)))
                .as("sees " + name)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void ofOtherServers(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.POSTGRESQL);
        DatabaseFolder made = folder(database, "");
        try (DistributionServer reading = made.serve();
                DistributionServer writing = made.serve()) {
            assertThat(names(reading)).isEqualTo("{\"data\":{\"authors\":[]}}");
            made.fill("INSERT INTO author VALUES (1, 'unseen')");
            assertThat(names(reading)).as("is cached").isEqualTo("{\"data\":{\"authors\":[]}}");
            assertThat(HttpAnswer.query(
                                    writing.port(), "mutation { createAuthor(input: {id: 2, name: \"Eve\"}) { id } }")
                            .body())
                    .contains("\"id\":2");
            awaitNames(reading, "Eve");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void ofTriggers(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.SQLITE);
        DatabaseFolder made = folder(database, "\"capture\": \"trigger\",");
        made.fill(made.succeed("generate-triggers", "schema.json", "--target", database.dialect())
                .out());
        try (DistributionServer server = made.serve()) {
            assertThat(names(server)).isEqualTo("{\"data\":{\"authors\":[]}}");
            made.fill("INSERT INTO author VALUES (1, 'Ada')");
            awaitNames(server, "Ada");
            made.fill("DELETE FROM author");
            assertThat(Waiting.until(Duration.ofSeconds(30), Duration.ofMillis(50), () -> !names(server)
                            .contains("Ada")))
                    .as("sees the delete")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void ofRulesThatAnotherServerFollows(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.POSTGRESQL);
        DatabaseFolder made = folder(database, "");
        made.fill("CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY)");
        Files.writeString(folder.resolve("schema.json"), RULES);
        made.compile("schema.json", database.dialect());
        try (DistributionServer reading = made.serve("events.roles=[api]", STATEMENT);
                DistributionServer following = made.serve("events.roles=[events]", STATEMENT)) {
            assertThat(names(reading)).isEqualTo("{\"data\":{\"authors\":[]}}");
            made.fill("INSERT INTO author VALUES (1, 'unseen')");
            assertThat(names(reading)).as("is cached").isEqualTo("{\"data\":{\"authors\":[]}}");
            note(reading, 1);
            awaitNames(reading, "unseen");
            note(reading, 2);
            awaitNames(reading, "stated");
            made.fill("INSERT INTO author VALUES (3, 'again')");
            assertThat(names(reading)).as("is cached again").doesNotContain("again");
            note(reading, 3);
            awaitNames(reading, "again");
            assertThat(following.output()).doesNotContain("ERROR");
        }
    }

    private static void note(DistributionServer server, int id) throws IOException {
        assertThat(HttpAnswer.query(server.port(), "mutation { createNote(input: {id: " + id + "}) { id } }")
                        .body())
                .isEqualTo("{\"data\":{\"createNote\":{\"id\":" + id + "}}}");
    }
}
