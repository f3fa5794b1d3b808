package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists streamed by the shipped server with far more rows than it has memory for. */
class ExportIT {

    /** Many rows in every format on one database; on the others fewer, whose texts alone are more than the server's heap. */
    private static final int MANY = 300_000;

    private static final int WIDE = 250_000;
    private static final int WIDTH = 1_200;
    private static final int PARENTS = 50_000;
    private static final String NDJSON = "application/x-ndjson";
    private static final String LIST = "{ items { id name } }";
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCRIPT = """
            CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);
            CREATE TABLE part (id INTEGER NOT NULL PRIMARY KEY, item_id INTEGER NOT NULL, FOREIGN KEY (item_id) REFERENCES item (id));
            INSERT INTO item WITH d(x) AS (SELECT 0 UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
                UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)
                SELECT x, '%3$s' || 'the name of ' || x FROM (SELECT 1 + a.x + 10 * b.x + 100 * c.x + 1000 * e.x + 10000 * f.x + 100000 * g.x AS x
                FROM d a CROSS JOIN d b CROSS JOIN d c CROSS JOIN d e CROSS JOIN d f CROSS JOIN d g) n
                WHERE x <= %1$d;
            INSERT INTO part WITH d(x) AS (SELECT 0 UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
                UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)
                SELECT x, (x + x %% 2) / 2 FROM (SELECT 1 + a.x + 10 * b.x + 100 * c.x + 1000 * e.x + 10000 * f.x + 100000 * g.x AS x
                FROM d a CROSS JOIN d b CROSS JOIN d c CROSS JOIN d e CROSS JOIN d f CROSS JOIN d g) n
                WHERE x <= %2$d;
            CREATE INDEX part_item ON part (item_id);
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLSERVER")
    void everyRowComesInAFixedAmountOfMemory(TestDatabase kind) throws Exception {
        Matrix.assumeRuns(kind, TestDatabase.POSTGRESQL);
        DatabaseFolder database =
                kind == TestDatabase.POSTGRESQL ? filled(kind, MANY, "") : filled(kind, WIDE, "x".repeat(WIDTH));
        long count = count(database, "SELECT count(*) FROM item");
        try (DistributionProcess server = small(database)) {
            int port = server.port();
            long started = System.nanoTime();
            assertThat(lines(port, LIST, NDJSON)).isEqualTo(count);
            System.out.printf(
                    "%s: %d rows in %d ms, %d MiB resident%n",
                    kind, count, (System.nanoTime() - started) / 1_000_000, server.residentBytes() >> 20);
            if (kind == TestDatabase.POSTGRESQL) {
                otherFormats(port, count);
            }
            assertThat(lines(port, "{ items(where: {id: {lte: " + PARENTS + "}}) { id parts { id } } }", NDJSON))
                    .isEqualTo(PARENTS);
            assertThat(HttpAnswer.query(port, "{ items { id } }").body()).contains("graphql.maxRows");
            assertThat(HttpAnswer.get(server.adminPort(), "/metrics").body())
                    .contains("fraiseql_exports_total{end=\"complete\",format=\"ndjson\"} 2.0");
            assertThat(server.output()).doesNotContain("OutOfMemory").doesNotContain("ERROR");
        }
    }

    /** What writes them does not know which database the rows come from. */
    private static void otherFormats(int port, long count) throws IOException {
        assertThat(lines(port, LIST, "text/csv")).isEqualTo(count + 1);
        try (InputStream json = open(port, LIST, "application/json;stream=true")) {
            Read read = Read.all(json);
            assertThat(read.objects()).as("a row each, the answer and its data").isEqualTo(count + 2);
            assertThat(read.end()).endsWith("the name of " + count + "\"}]}}");
        }
    }

    @Test
    void aDatabaseThatIsLostBreaksTheStream() throws Exception {
        DatabaseFolder database = filled(TestDatabase.POSTGRESQL, 500_000);
        try (DistributionProcess server = small(database)) {
            for (String accept : List.of(NDJSON, "text/csv", "application/json;stream=true")) {
                try (Socket client = request(server.port(), accept)) {
                    assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
                    TestPostgres.sql(
                            database.url(),
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND state <> 'idle' AND pid <> pg_backend_pid()");
                    String rest = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(rest).doesNotContain("the name of 500000").doesNotContain(LAST_CHUNK);
                    assertThat(rest.contains("{\"errors\":[{\"message\":\"the database cannot be reached"))
                            .isEqualTo(accept.equals(NDJSON));
                }
            }
            assertThat(lines(server.port(), LIST, NDJSON)).isEqualTo(500_000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aClientThatLeavesHoldsNothing(TestDatabase kind) throws Exception {
        Matrix.assumeRuns(kind, TestDatabase.POSTGRESQL);
        DatabaseFolder database = filled(kind, 500_000);
        try (DistributionProcess server = small(database)) {
            for (int i = 0; i < 5; i++) {
                try (Socket client = request(server.port(), NDJSON)) {
                    assertThat(client.getInputStream().readNBytes(50_000)).hasSize(50_000);
                }
                await(() -> active(server) == 0);
            }
            if (kind == TestDatabase.POSTGRESQL) {
                await(() -> count(
                                database,
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND state <> 'idle' AND pid <> pg_backend_pid()")
                        == 0);
            }
            assertThat(lines(server.port(), LIST, NDJSON)).isEqualTo(500_000);
        }
    }

    @Test
    void whatIsNoListIsRefusedWithAStatus() throws Exception {
        DatabaseFolder database = filled(TestDatabase.SQLITE, 10);
        try (DistributionServer server = database.serve("http.export.maxConcurrent=0")) {
            assertThat(status(server.port(), LIST)).isEqualTo(503);
        }
        try (DistributionServer server = database.serve()) {
            assertThat(status(server.port(), "{ items { id } parts { id } }")).isEqualTo(400);
            assertThat(status(server.port(), "{ item(id: 1) { id } }")).isEqualTo(400);
            assertThat(status(server.port(), "{ items { nothing } }")).isEqualTo(400);
            assertThat(status(server.port(), "mutation { a }")).isEqualTo(405);
            assertThat(lines(server.port(), LIST, NDJSON)).isEqualTo(10);
        }
    }

    /** How many objects begin in a JSON answer, and its end. */
    private record Read(long objects, String end) {

        private static Read all(InputStream json) throws IOException {
            byte[] part = new byte[1 << 16];
            long objects = 0;
            String end = "";
            for (int length = json.read(part); length >= 0; length = json.read(part)) {
                for (int i = 0; i < length; i++) {
                    objects += part[i] == '{' ? 1 : 0;
                }
                int kept = Math.min(length, 40);
                end += new String(part, length - kept, kept, StandardCharsets.UTF_8);
                end = end.substring(Math.max(0, end.length() - 40));
            }
            return new Read(objects, end);
        }
    }

    private DatabaseFolder filled(TestDatabase kind, int rows) throws IOException {
        return filled(kind, rows, "");
    }

    private DatabaseFolder filled(TestDatabase kind, int rows, String before) throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, kind);
        database.fill(SCRIPT.formatted(rows, 2 * Math.min(rows / 2, PARENTS), before));
        database.compileTables();
        return database;
    }

    private static DistributionProcess small(DatabaseFolder database) throws IOException {
        return database.distribution()
                .start(Distribution.currentJdk(), QuickStart.with("-Xmx256m"), "server", "config.yml");
    }

    private static long lines(int port, String document, String accept) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(port, document, accept), StandardCharsets.UTF_8))) {
            return lines.lines().count();
        }
    }

    private static InputStream open(int port, String document, String accept) throws IOException {
        return connection(port, document, accept).getInputStream();
    }

    private static int status(int port, String document) throws IOException {
        return connection(port, document, "text/csv").getResponseCode();
    }

    private static HttpURLConnection connection(int port, String document, String accept) throws IOException {
        URI uri = URI.create(
                "http://127.0.0.1:" + port + "/graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8));
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Accept", accept);
        connection.setReadTimeout(60_000);
        return connection;
    }

    private static Socket request(int port, String accept) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(16 << 10);
        client.setSoTimeout(60_000);
        client.connect(new InetSocketAddress("127.0.0.1", port));
        client.getOutputStream()
                .write(("GET /graphql?query=" + URLEncoder.encode(LIST, StandardCharsets.UTF_8)
                                + " HTTP/1.1\r\nHost: x\r\nAccept: " + accept + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static long active(DistributionServer server) {
        try {
            return HttpAnswer.get(server.adminPort(), "/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("fraiseql_db_pool_active "))
                    .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(DatabaseFolder database, String sql) {
        return database.numbers(sql).get(0);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
        }
    }
}
