package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dev}, on SQLite: the authored schema is what is served, and an edit of it is served without a restart. */
class DevIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void editsAreServed() throws Exception {
        DatabaseFolder made = introspected();
        Path operations = Files.createDirectories(folder.resolve("operations"));
        try (DistributionServer server = dev(made, "--operations", "operations")) {
            assertThat(answers(server, "{ words { id } }")).isTrue();
            edit("\"words\"", "\"terms\"");
            assertThat(Waiting.until(SOON, () -> answers(server, "{ terms { id } }")))
                    .isTrue();
            assertThat(answers(server, "{ words { id } }")).isFalse();
            Files.writeString(operations.resolve("all.graphql"), "query All { terms { id } }");
            assertThat(Waiting.until(SOON, () -> compiled().contains("query All { terms { id } }")))
                    .isTrue();
        }
    }

    @Test
    void anEditWithProblemsIsSaidAndNotServed() throws Exception {
        DatabaseFolder made = introspected();
        try (DistributionServer server = dev(made)) {
            String before = compiled();
            edit("\"return_type\"", "\"return_typ\"");
            assertThat(Waiting.until(
                            SOON, () -> server.output().contains("still serving the last schema: schema.json")))
                    .isTrue();
            assertThat(server.output()).contains("`return_typ` is not a key of a query");
            assertThat(compiled()).isEqualTo(before);
            assertThat(answers(server, "{ words { id } }")).isTrue();
            edit("\"return_typ\"", "\"return_type\"");
            edit("\"words\"", "\"terms\"");
            assertThat(Waiting.until(SOON, () -> answers(server, "{ terms { id } }")))
                    .isTrue();
        }
    }

    @Test
    void aSchemaWithProblemsStopsTheStart() throws Exception {
        DatabaseFolder made = introspected();
        edit("\"return_type\"", "\"return_typ\"");
        Distribution.Ended ended = made.distribution().run("dev", "config.yml");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("`return_typ` is not a key of a query");
        assertThat(folder.resolve("schema.compiled.json")).doesNotExist();
    }

    private DatabaseFolder introspected() throws IOException {
        DatabaseFolder made = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        made.fill("CREATE TABLE word (id integer PRIMARY KEY); INSERT INTO word VALUES (1)");
        made.succeed("introspect", "--database", made.url());
        return made;
    }

    private static DistributionServer dev(DatabaseFolder made, String... options) throws IOException {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "dev";
        arguments[1] = "config.yml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return made.distribution().start(arguments);
    }

    private void edit(String text, String by) throws IOException {
        Path schema = folder.resolve("schema.json");
        Files.writeString(schema, Files.readString(schema).replace(text, by));
    }

    private String compiled() {
        try {
            return Files.readString(folder.resolve("schema.compiled.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(DistributionServer server, String document) {
        try {
            return HttpAnswer.query(server.port(), document).body().startsWith("{\"data\":{");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
