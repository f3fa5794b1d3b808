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
import org.junit.jupiter.api.BeforeEach;
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

    private DatabaseFolder database;

    @BeforeEach
    void create() throws IOException {
        database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(TABLES);
    }

    @Test
    void introspectReadsOddNamesAndChoosesTables() throws IOException {
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
        assertThat(names(schema().path("types"))).containsExactlyInAnyOrder("Artist", "Thing");
        assertThat(names(schema().path("types").get(0).path("fields"))).contains("artistId", "fullName");
        database.succeed("introspect", "--database", database.url(), "--include", "art*", "-o", "one.json");
        assertThat(Files.readString(folder.resolve("one.json")))
                .contains("Artist")
                .doesNotContain("Thing");
        database.succeed("compile", "schema.json", "--database", database.url());
    }

    @Test
    void introspectAddsADatabaseToASchema() throws IOException {
        String url = TestPostgres.shared().createDatabase();
        TestPostgres.sql(url, TABLES.replace("INTEGER", "bigint"));
        database.succeed("introspect", "--database", database.url());
        assertThat(database.distribution()
                        .run("introspect", "--database", url, "--merge", "schema.json")
                        .err())
                .contains("--merge FILE and --target DIALECT belong together");
        database.succeed(
                "introspect", "--database", url, "--merge", "schema.json", "--target", "sqlite", "-o", "both.json");
        database.succeed("compile", "both.json", "--target", "sqlite,postgresql");
    }

    @Test
    void introspectReadsSchemasOfPostgres() throws IOException {
        String url = TestPostgres.shared().createDatabase();
        TestPostgres.sql(url, "CREATE SCHEMA sales; CREATE TABLE sales.bill (id integer PRIMARY KEY)");
        database.succeed("introspect", "--database", url, "--schema", "sales");
        assertThat(schema().path("types").get(0).path("sql_source").asText()).isEqualTo("sales.bill");
    }

    @Test
    void compileReportsEverythingAtOnce() throws IOException {
        Files.writeString(
                folder.resolve("wrong.json"),
                "{\"typez\": [], \"types\": [{\"name\": \"A\", \"sql_source\": \"a\", \"fields\": [{\"name\": \"x\","
                        + " \"type\": \"Strin\", \"nullable\": true}]}], \"queries\": [{\"name\": \"q\", \"return_type\": \"B\"}]}");
        Distribution.Ended ended = database.distribution().run("compile", "wrong.json", "--target", "sqlite");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("problems:", "typez", "did you mean `types`?", "/types/0/fields/0", "String", "/queries/0");
        assertThat(folder.resolve("schema.compiled.json")).doesNotExist();
    }

    @Test
    void compileWritesTheSameBytesAndNothingWithCheck() throws IOException {
        database.succeed("introspect", "--database", database.url());
        database.succeed("compile", "schema.json", "--target", "sqlite", "--check");
        assertThat(folder.resolve("schema.compiled.json")).doesNotExist();
        database.succeed("compile", "schema.json", "--target", "sqlite", "-o", "1.json");
        database.succeed("compile", "schema.json", "--target", "sqlite", "-o", "2.json");
        assertThat(folder.resolve("1.json")).hasSameBinaryContentAs(folder.resolve("2.json"));
    }

    @Test
    void compileFindsAMissingColumn() throws IOException {
        database.succeed("introspect", "--database", database.url());
        database.fill("ALTER TABLE artist DROP COLUMN name");
        Distribution.Ended ended = database.distribution().run("compile", "schema.json", "--database", database.url());
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("the database does not fit the schema", "artist", "name");
    }

    @Test
    void operationsAreFrozenAndVerifiedAtBoot() throws IOException {
        database.succeed("introspect", "--database", database.url());
        Path operations = Files.createDirectory(folder.resolve("operations"));
        Files.writeString(operations.resolve("artists.graphql"), "query Artists { artists { name } }");
        JsonNode result = json(database.succeed(
                "compile", "schema.json", "--target", "sqlite", "--operations", "operations", "--format", "json"));
        assertThat(result.path("operations").asInt()).isEqualTo(1);
        database.serve().close();
        Files.writeString(operations.resolve("wrong.graphql"), "query Wrong { artistz { name } }");
        Distribution.Ended ended = database.distribution()
                .run("compile", "schema.json", "--target", "sqlite", "--operations", "operations");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("wrong.graphql", "artistz");
    }

    @Test
    void explainShowsTheStatement() throws IOException {
        database.succeed("introspect", "--database", database.url());
        Files.writeString(folder.resolve("a.graphql"), "query($n: Int!) { artists(limit: $n) { name } }");
        String[] command = {"explain", "a.graphql", "--target", "sqlite", "--variables", "{\"n\": 3}"};
        assertThat(database.succeed(command).out()).startsWith("artists: SELECT");
        JsonNode result = json(database.succeed(
                "explain", "a.graphql", "--target", "sqlite", "--variables", "{\"n\": 3}", "--format", "json"));
        assertThat(result.path("statements").path("artists").asText()).startsWith("SELECT");
    }

    @Test
    void demoIsMadeOnce() throws IOException {
        String url = "jdbc:sqlite:data/demo.db";
        JsonNode result = json(database.succeed("demo", "--database", url, "--format", "json"));
        assertThat(result.path("rows").asInt()).isGreaterThan(50_000);
        Distribution.Ended again = database.distribution().run("demo", "--database", url);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).startsWith("fraiseql: ").hasLineCount(1);
    }

    @Test
    void wrongOptionsAreRefused() throws IOException {
        for (List<String> command : List.of(
                List.of("introspect"),
                List.of("introspect", "--database", database.url(), "--tables", "x"),
                List.of("introspect", "--database", "jdbc:postgresql://h/d", "--password", "${env:NOT_SET_ANYWHERE}"),
                List.of("compile", "schema.json", "--target", "oracle"),
                List.of("compile", "nothing.json", "--target", "sqlite"),
                List.of("demo", "--database", "jdbc:nothing:x"))) {
            Distribution.Ended ended = database.distribution().run(command.toArray(String[]::new));
            assertThat(ended.exitCode()).as("%s: %s", command, ended.err()).isEqualTo(2);
            assertThat(ended.err()).as("%s", command).isNotBlank().doesNotContain("\tat ");
        }
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
