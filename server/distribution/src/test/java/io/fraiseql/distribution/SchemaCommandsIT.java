package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code introspect}, {@code compile}, {@code explain} and {@code demo} of the shipped server. */
class SchemaCommandsIT {

    private static final String TABLES = """
            CREATE TABLE artist (artist_id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);
            CREATE TABLE "odd ""name" ("the key" INTEGER NOT NULL PRIMARY KEY, "select" TEXT, "Größe" INTEGER,
                artist_id INTEGER REFERENCES artist (artist_id));
            CREATE TABLE secret_plan (id INTEGER NOT NULL PRIMARY KEY);
            """;

    @TempDir
    Path folder;

    private DatabaseFolder create(TestDatabase kind) throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, kind);
        database.fill(TABLES);
        return database;
    }

    private DatabaseFolder introspected(TestDatabase kind) throws IOException {
        DatabaseFolder database = create(kind);
        database.introspect();
        return database;
    }

    @Test
    void introspectReadsOddNamesAndChoosesTables() throws IOException {
        DatabaseFolder database = create(TestDatabase.SQLITE);
        Files.writeString(folder.resolve("names.json"), "{\"odd \\\"name\": \"Thing\", \"artist.name\": \"fullName\"}");
        JsonNode result = json(database.succeed(
                "introspect",
                "--database",
                database.url(),
                "--exclude",
                "secret*",
                "--rename",
                "names.json",
                "--format",
                "json"));
        assertThat(result.path("file").asText()).isEqualTo("schema.json");
        assertThat(result.path("tables").asInt()).isEqualTo(2);
        assertThat(names(schema().path("types"))).containsExactlyInAnyOrder("Artist", "Thing");
        assertThat(names(schema().path("types").get(0).path("fields"))).contains("artistId", "fullName");
        database.succeed("introspect", "--database", database.url(), "--include", "art*", "-o", "one.json");
        assertThat(Files.readString(folder.resolve("one.json")))
                .contains("Artist")
                .doesNotContain("Thing");
        database.succeed("compile", "schema.json", "--database", database.url());
        assertThat(folder.resolve("schema.compiled.json")).exists();
    }

    @Test
    void introspectAddsADatabaseToASchema() throws IOException {
        DatabaseFolder database = introspected(TestDatabase.SQLITE);
        DatabaseFolder postgres = database.withUrl(TestPostgres.shared().createDatabase());
        postgres.fill(TABLES.replace("INTEGER", "bigint"));
        assertThat(postgres.run("introspect", "--database", postgres.url(), "--merge", "schema.json", "-o", "no.json")
                        .err())
                .contains("--merge FILE and --target DIALECT belong together");
        postgres.succeed(
                "introspect",
                "--database",
                postgres.url(),
                "--merge",
                "schema.json",
                "--target",
                "sqlite",
                "-o",
                "both.json");
        database.succeed("compile", "both.json", "--target", "sqlite,postgresql", "--check");
    }

    @Test
    void introspectReadsSchemasOfPostgres() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.POSTGRESQL);
        database.fill("CREATE SCHEMA sales; CREATE TABLE sales.bill (id integer PRIMARY KEY)");
        database.introspect("--schema", "sales");
        assertThat(schema().path("types").get(0).path("sql_source").asText()).isEqualTo("sales.bill");
    }

    @Test
    void compileReportsEverythingAtOnce() throws IOException {
        DatabaseFolder database = create(TestDatabase.SQLITE);
        Files.writeString(
                folder.resolve("wrong.json"),
                "{\"typez\": [], \"types\": [{\"name\": \"A\", \"sql_source\": \"a\", \"fields\": [{\"name\": \"x\","
                        + " \"type\": \"Strin\", \"nullable\": true}]}], \"queries\": [{\"name\": \"q\", \"return_type\": \"B\"}]}");
        Distribution.Ended ended = database.run("compile", "wrong.json", "--target", "sqlite");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("problems:", "typez", "did you mean `types`?", "/types/0/fields/0", "String", "/queries/0");
        assertThat(folder.resolve("schema.compiled.json")).doesNotExist();
    }

    @Test
    void compileWritesTheSameBytesAndNothingWithCheck() throws IOException {
        DatabaseFolder database = introspected(TestDatabase.POSTGRESQL);
        database.succeed("compile", "schema.json", "--target", "sqlite", "--check");
        assertThat(folder.resolve("schema.compiled.json")).doesNotExist();
        database.succeed("compile", "schema.json", "--target", "sqlite", "-o", "1.json");
        database.succeed("compile", "schema.json", "--target", "sqlite", "-o", "2.json");
        assertThat(folder.resolve("1.json")).hasSameBinaryContentAs(folder.resolve("2.json"));
    }

    @Test
    void compileFindsAMissingColumn() throws IOException {
        DatabaseFolder database = introspected(TestDatabase.POSTGRESQL);
        database.fill("ALTER TABLE artist DROP COLUMN name");
        Distribution.Ended ended =
                database.run("compile", "schema.json", "--database", database.url(), "-o", "compiled.json");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("the database does not fit the schema", "artist", "name");
        assertThat(folder.resolve("compiled.json")).doesNotExist();
    }

    @Test
    void operationsAreFrozenAndVerifiedAtBoot() throws IOException {
        DatabaseFolder database = introspected(TestDatabase.POSTGRESQL);
        String[] compile = {
            "compile",
            "schema.json",
            "--target",
            "postgresql",
            "--operations",
            "operations",
            "--format",
            "json",
            "-o",
            "schema.compiled.json"
        };
        Path operations = Files.createDirectory(folder.resolve("operations"));
        Files.writeString(operations.resolve("artists.graphql"), "query Artists { artists { name } }");
        assertThat(json(database.succeed(compile)).path("operations").asInt()).isEqualTo(1);
        database.serve().close();
        Files.writeString(operations.resolve("wrong.graphql"), "query Wrong { artistz { name } }");
        Distribution.Ended ended = database.run(compile);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("wrong.graphql", "artistz");
    }

    @Test
    void explainShowsTheStatement() throws IOException {
        DatabaseFolder database = introspected(TestDatabase.POSTGRESQL);
        Files.writeString(folder.resolve("a.graphql"), "query($n: Int!) { artists(limit: $n) { name } }");
        List<String> words = new ArrayList<>(List.of(
                "explain", "a.graphql", "--schema", "schema.json", "--target", "sqlite", "--variables", "{\"n\": 3}"));
        assertThat(database.succeed(words.toArray(String[]::new)).out()).startsWith("artists: SELECT");
        words.addAll(List.of("--format", "json"));
        JsonNode result = json(database.succeed(words.toArray(String[]::new)));
        assertThat(result.path("statements").path("artists").asText()).startsWith("SELECT");
    }

    @Test
    void demoIsMadeOnce() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        String url = "jdbc:sqlite:data/demo.db";
        JsonNode result = json(database.succeed("demo", "--database", url, "--format", "json"));
        assertThat(result.path("rows").asInt()).isGreaterThan(50_000);
        Distribution.Ended again = database.run("demo", "--database", url);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).startsWith("fraiseql: ").hasLineCount(1);
    }

    @Test
    void wrongOptionsAreRefused() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.POSTGRESQL);
        for (List<String> command : List.of(
                List.of("introspect", "-o", "a.json"),
                List.of("introspect", "--database", database.url(), "--tables", "x", "-o", "a.json"),
                List.of("introspect", "--database", "jdbc:postgresql://h/d", "--password", "${env:NO}", "-o", "a.json"),
                List.of("compile", "schema.json", "--target", "oracle", "-o", "a.json"),
                List.of("compile", "nothing.json", "--target", "sqlite", "-o", "a.json"),
                List.of("demo", "--database", "jdbc:nothing:x"))) {
            Distribution.Ended ended = database.run(command.toArray(String[]::new));
            assertThat(ended.exitCode()).as("%s: %s", command, ended.err()).isEqualTo(2);
            assertThat(ended.err()).as("%s", command).isNotBlank().doesNotContain("\tat ");
        }
        assertThat(folder.resolve("a.json")).doesNotExist();
    }

    private JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("schema.json").toFile());
    }

    private static JsonNode json(Distribution.Ended ended) throws IOException {
        return new ObjectMapper().readTree(ended.out());
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(node -> names.add(node.path("name").asText()));
        return names;
    }
}
