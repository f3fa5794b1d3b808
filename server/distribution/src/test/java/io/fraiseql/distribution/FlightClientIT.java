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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Python client reads from the shipped server what SQL reads from the database. */
@Timeout(180)
class FlightClientIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path CLIENT = Path.of("..", "..", "sdk", "clients", "python");
    private static final Path CHECKS = Path.of("src", "test", "resources", "flight_client_checks.py");

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
        database.succeed("introspect", "--database", database.url());
        Path file = database.distribution().folder().resolve("schema.json");
        ObjectNode schema = (ObjectNode) MAPPER.readTree(Files.readString(file));
        schema.putArray("mutations")
                .addObject()
                .put("name", "createItem")
                .put("return_type", "Item")
                .put("table", "item")
                .put("operation", "CREATE");
        Files.writeString(file, MAPPER.writeValueAsString(schema));
        database.succeed("compile", "schema.json", "--target", "sqlite");
        return database;
    }

    @Test
    void pythonReadsWhatSqlReads() throws Exception {
        assumeTrue(
                Files.isExecutable(TestingPython.pyarrow()),
                "pyarrow is not here; scripts/services brings it, or says why not");
        DatabaseFolder database = items();
        try (DistributionServer server =
                database.serve("flight.port=0", "flight.exports=[item]", "events.log.pollInterval=200ms")) {
            Process process = new ProcessBuilder(
                            TestingPython.pyarrow().toString(),
                            CHECKS.toString(),
                            "grpc://" + server.service("flight"),
                            "http://127.0.0.1:" + server.port(),
                            database.absoluteUrl().replace("jdbc:sqlite:", ""),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("checks.txt").toFile())
                    .directory(Path.of("").toAbsolutePath().toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            String output = Files.readString(folder.resolve("checks.txt"), StandardCharsets.UTF_8);
            assertThat(ended).as(output).isTrue();
            assertThat(output).contains("all checks passed");
            assertThat(process.exitValue()).as(output).isZero();
            assertThat(Files.readAllLines(CLIENT.resolve("fraiseql_flight.py"))).hasSizeLessThan(200);
            System.out.print(output);
        }
    }
}
