package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Capture triggers through the shipped commands and server: generated, installed, looked for at the start, and in the events. */
class CaptureIT {

    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Author", "sql_source": "author", "primary_key": ["id"], %s
              "fields": [{"name": "id", "type": "Int", "nullable": false}, {"name": "name", "type": "String", "nullable": false}]}],
             "queries": [{"name": "authors", "return_type": "Author", "returns_list": true}],
             "mutations": [{"name": "createAuthor", "return_type": "Author", "table": "author", "operation": "CREATE"%s}]}""";
    private static final String CAPTURED = "\"capture\": \"trigger\",";

    @TempDir
    private Path folder;

    private void schema(DatabaseFolder made, TestDatabase database, String ofType, String ofMutation)
            throws IOException {
        Files.writeString(folder.resolve("schema.json"), SCHEMA.formatted(ofType, ofMutation));
        made.compile("schema.json", database.dialect());
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void theServerStartsWithExactlyItsTriggers(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.MARIADB);
        DatabaseFolder made = DatabaseFolder.empty(folder, database);
        made.fill("CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL);");
        schema(made, database, CAPTURED, "");
        made.migrate();
        refused(made, "the table author has none; write them with 'generate-triggers'");
        Distribution.Ended written = made.succeed(
                "generate-triggers", "schema.compiled.json", "--target", database.dialect(), "-o", "triggers.sql");
        assertThat(written.out().replace(folder + "/", ""))
                .isEqualTo("the triggers of 1 tables for " + database.dialect() + " into triggers.sql\n");
        String script = Files.readString(folder.resolve("triggers.sql"));
        made.fill(script);
        try (DistributionServer server = made.serve()) {
            made.fill("INSERT INTO author VALUES (1, 'Ada')");
            assertThat(HttpAnswer.query(
                                    server.port(), "mutation { createAuthor(input: {id: 2, name: \"Eve\"}) { name } }")
                            .body())
                    .isEqualTo("{\"data\":{\"createAuthor\":{\"name\":\"Eve\"}}}");
        }
        assertThat(Other.events(made.absoluteUrl())).containsExactly("Author 1 INSERT", "Author 2 INSERT");
        schema(made, database, CAPTURED, ", \"entity\": \"Person\"");
        refused(made, "the table author has those of another schema, or not all");
        schema(made, database, "\"description\": \"By hand.\",", "");
        refused(made, "the table author has triggers although the server captures it");
        made.succeed("generate-triggers", "schema.json", "--target", database.dialect(), "-o", "none.sql");
        made.fill(Files.readString(folder.resolve("none.sql")));
        made.serve().close();
    }

    @Test
    void bothFormsOfASchemaHaveTheSameTriggers() throws IOException {
        DatabaseFolder made = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        schema(made, TestDatabase.SQLITE, CAPTURED, "");
        assertThat(made.succeed("generate-triggers", "schema.json", "--target", "sqlite")
                        .out())
                .contains("CREATE TRIGGER")
                .isEqualTo(made.succeed("generate-triggers", "schema.compiled.json", "--target", "sqlite")
                        .out());
    }

    /** A key that comes after the triggers is found when the server starts. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void whatChangesRowsWithoutTriggersIsRefused(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.MYSQL);
        DatabaseFolder made = DatabaseFolder.empty(folder, database);
        made.fill("CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL);");
        schema(made, database, CAPTURED, "");
        made.migrate();
        made.fill(made.succeed("generate-triggers", "schema.json", "--target", database.dialect())
                .out());
        made.fill("CREATE TABLE person (id INTEGER NOT NULL PRIMARY KEY); ALTER TABLE author"
                + " ADD CONSTRAINT teacher FOREIGN KEY (id) REFERENCES person (id) ON DELETE CASCADE");
        refused(made, "the table author is changed by its foreign key teacher, which fires no triggers here");
    }

    private static void refused(DatabaseFolder made, String why) throws IOException {
        Distribution.Ended refused = made.refuse();
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(why);
    }

    /** What another program sees in the database. */
    private static final class Other {

        static List<String> events(String url) {
            try (var connection = TestDatabase.connect(url);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT entity_type || ' ' || entity_id || ' ' || event_type FROM fraiseql_event ORDER BY sequence")) {
                List<String> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(rows.getString(1));
                }
                return events;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
