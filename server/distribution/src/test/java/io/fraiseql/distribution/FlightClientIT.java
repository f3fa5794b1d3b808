package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The clients for Python, R and Rust read from the shipped server what SQL reads from the database. */
@Timeout(180)
class FlightClientIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path CLIENTS = Path.of("..", "..", "sdk", "clients");
    private static final int MOST_LINES = 200;

    @TempDir
    Path folder;

    private static final String TABLES = """
            CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, price NUMERIC(8, 2) NOT NULL, sold_on DATE, uid UUID);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
                INSERT INTO item SELECT i, 'name "' || i || '", é', i / 100.0, CASE WHEN i % 3 > 0 THEN date('2020-01-01', i || ' days') END,
                    printf('%08x-0000-4000-8000-%012x', i, i) FROM n;
            CREATE VIEW va_item AS SELECT name, price FROM item WHERE id <= 10;
            """;

    /** A database whose table may be written, too. */
    private DatabaseFolder items() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(TABLES);
        database.introspect();
        Path file = database.distribution().folder().resolve("schema.json");
        ObjectNode schema = (ObjectNode) MAPPER.readTree(Files.readString(file));
        schema.putArray("mutations")
                .addObject()
                .put("name", "createItem")
                .put("return_type", "Item")
                .put("table", "item")
                .put("operation", "CREATE");
        Files.writeString(file, MAPPER.writeValueAsString(schema));
        database.compile("schema.json", "sqlite");
        return database;
    }

    private static DistributionServer serve(DatabaseFolder database) throws IOException {
        return serve(database, 0);
    }

    private static DistributionServer serve(DatabaseFolder database, int port) throws IOException {
        return database.serveAlone("flight.port=" + port, "flight.exports=[item]", "events.log.pollInterval=200ms");
    }

    @Test
    void pythonReadsWhatSqlReads() throws Exception {
        Path python = TestingPrograms.python();
        assumeTrue(Files.isExecutable(python), "pyarrow is not here; scripts/services brings it, or says why not");
        DatabaseFolder database = items();
        try (DistributionServer server = serve(database)) {
            List<String> command = List.of(
                    python.toString(),
                    resource("flight_client_checks.py"),
                    "grpc://" + server.service("flight"),
                    "http://127.0.0.1:" + server.port(),
                    file(database),
                    folder.toString());
            assertThat(run(command)).contains("all checks passed");
            assertThat(lines("python/fraiseql_flight.py")).isLessThan(MOST_LINES);
        }
    }

    @Test
    void rReadsWhatSqlReads() throws Exception {
        Path python = TestingPrograms.python();
        assumeTrue(
                Files.isExecutable(python) && TestingPrograms.hasReticulate(),
                "R with reticulate, or pyarrow, is not here; scripts/services says how to get them");
        DatabaseFolder database = items();
        try (DistributionServer server = serve(database)) {
            List<String> command = List.of(
                    "Rscript",
                    resource("flight_client_checks.R"),
                    CLIENTS.resolve("r/fraiseql_flight.R").toString(),
                    "grpc://" + server.service("flight"),
                    "http://127.0.0.1:" + server.port(),
                    file(database));
            assertThat(run(command)).contains("all checks passed");
            List<String> printing = List.of(
                    "Rscript",
                    CLIENTS.resolve("r/fraiseql_flight.R").toString(),
                    "grpc://" + server.service("flight"),
                    "query",
                    "query($n: Int!) { items(limit: $n) { id price soldOn } }",
                    "{\"n\": 2}");
            assertThat(run(printing)).contains("\"id\",\"price\",\"soldOn\"", "1,\"0.01\",2020-01-02");
            assertThat(lines("r/fraiseql_flight.R")).isLessThan(MOST_LINES);
        }
    }

    @Test
    void rustPrintsWhatSqlReads() throws Exception {
        Path program = TestingPrograms.rustClient();
        assumeTrue(
                Files.isExecutable(program), "the Rust client is not here; scripts/services makes it, or says why not");
        DatabaseFolder database = items();
        try (DistributionServer server = serve(database)) {
            String location = "http://" + server.service("flight");
            RustClient client = new RustClient(program, location, this::run);
            client.readsWhatIsThere();
            client.isRefused();
            client.follows(server, () -> serve(database, FlightCalls.port(server)));
            assertThat(lines("rust/src/lib.rs") + lines("rust/src/main.rs")).isLessThan(MOST_LINES);
        }
    }

    private static int lines(String file) throws IOException {
        return Files.readAllLines(CLIENTS.resolve(file)).size();
    }

    private static String resource(String name) {
        return Path.of("src", "test", "resources", name).toString();
    }

    private static String file(DatabaseFolder database) {
        return database.absoluteUrl().replace("jdbc:sqlite:", "");
    }

    /** What a program prints, which has to end well. */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("RETICULATE_PYTHON", TestingPrograms.python().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
