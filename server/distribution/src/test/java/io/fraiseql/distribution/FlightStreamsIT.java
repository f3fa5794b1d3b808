package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that are long, left, broken off or many, from a server with little memory. */
class FlightStreamsIT {

    private static final int ROWS = 1_000_000;
    private static final int PARENTS = 3_000;
    private static final int PARTS = 100;
    private static final String LIST = FlightCalls.ticket("{ items { id name } }");
    private static final int SOME = 100_000;
    private static final String SOME_OF_LIST =
            FlightCalls.ticket("{ items(where: {id: {lte: " + SOME + "}}) { id name } }");
    private static final String SLOW = FlightCalls.ticket("{ sleepers { id } }");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CANCELS = Integer.getInteger("flight.cancels", 60);
    private static final int STREAMS = 4;
    private static final int AT_ONCE = 50;
    private static final String SCRIPT = """
            CREATE TABLE item (id integer PRIMARY KEY, name text NOT NULL);
            INSERT INTO item SELECT x, 'the name of ' || x FROM generate_series(1, %d) x;
            CREATE TABLE part (item_id integer NOT NULL REFERENCES item, number integer NOT NULL, PRIMARY KEY (item_id, number));
            INSERT INTO part SELECT i, n FROM generate_series(1, %d) i, generate_series(1, %d) n;
            CREATE TABLE wide (id integer PRIMARY KEY, parent_id integer REFERENCES wide, body text NOT NULL);
            INSERT INTO wide SELECT n, nullif(n / 2, 0), repeat('x', 500000) FROM generate_series(1, 40) n;
            CREATE VIEW sleeper AS SELECT 1 AS id FROM pg_sleep(60);
            """.formatted(ROWS, PARENTS, PARTS);
    private static final String ACTIVE = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND state <> 'idle' AND pid <> pg_backend_pid()";

    @TempDir
    static Path folder;

    private static DatabaseFolder database;
    private static DistributionProcess server;

    @BeforeAll
    static void start() throws IOException {
        database = DatabaseFolder.empty(folder, TestDatabase.POSTGRESQL);
        database.fill(SCRIPT);
        database.compileTables();
        List<String> options = QuickStart.with(
                "-Xmx256m",
                "-Ddw.flight.port=0",
                "-Ddw.flight.batchRows=2000",
                "-Ddw.flight.maxStreams=" + AT_ONCE,
                "-Ddw.database.pool.size=" + (AT_ONCE + 2));
        server = database.distribution().start(Distribution.currentJdk(), options, "server", "config.yml");
    }

    @AfterAll
    static void stop() {
        server.stop();
        assertThat(server.output()).doesNotContain("was not given back").doesNotContain("OutOfMemory");
    }

    @Test
    void everyRowComesInLittleMemory() throws Exception {
        try (FlightCalls flight = new FlightCalls(server)) {
            long started = System.nanoTime();
            long first = 0;
            long rows = 0;
            long sum = 0;
            try (FlightStream stream = flight.stream(LIST)) {
                while (stream.next()) {
                    first = first == 0 ? System.nanoTime() - started : first;
                    for (int i = 0; i < stream.getRoot().getRowCount(); i++) {
                        sum += (Integer) stream.getRoot().getVector("id").getObject(i);
                    }
                    rows += stream.getRoot().getRowCount();
                }
            }
            System.out.printf(
                    "Flight: first batch after %d ms, %d rows in %d ms, %d MiB resident%n",
                    first / 1_000_000, rows, (System.nanoTime() - started) / 1_000_000, server.residentBytes() >> 20);
            assertThat(rows).isEqualTo(ROWS);
            assertThat(sum).isEqualTo(ROWS * (ROWS + 1L) / 2);
        }
    }

    /** A page of 1024 items with their parts is too large, so that it is read again with fewer. */
    @Test
    void listsBelowTheRowsComePageByPage() throws Exception {
        String query = "{ items(where: {id: {lte: 3010}}) { id parts { number } } }";
        long parents = 0;
        long parts = 0;
        try (FlightCalls flight = new FlightCalls(server);
                FlightStream stream = flight.stream(FlightCalls.ticket(query))) {
            while (stream.next()) {
                ListVector lists = (ListVector) stream.getRoot().getVector("parts");
                StructVector rows = (StructVector) lists.getDataVector();
                for (int i = 0; i < stream.getRoot().getRowCount(); i++) {
                    assertThat(stream.getRoot().getVector("id").getObject(i)).isEqualTo((int) ++parents);
                    int first = lists.getElementStartIndex(i);
                    int count = lists.getElementEndIndex(i) - first;
                    assertThat(count).isEqualTo(parents <= PARENTS ? PARTS : 0);
                    for (int n = 0; n < count; n++) {
                        assertThat(rows.getChild("number").getObject(first + n)).isEqualTo(n + 1);
                    }
                    parts += count;
                }
            }
        }
        assertThat(parents).isEqualTo(PARENTS + 10);
        assertThat(parts).isEqualTo(PARENTS * PARTS);
    }

    @Test
    void aListIsWholeOrAnError() throws Exception {
        try (FlightCalls flight = new FlightCalls(server)) {
            CallStatus status = FlightCalls.status(() ->
                    flight.rows(FlightCalls.ticket("{ wides(orderBy: [{parentId: DESC}]) { id body wides { id } } }")));
            assertThat(status.code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
            assertThat(status.description()).contains("16777216 bytes; ask for fewer, or in the order of the key");
            assertThat(flight.rows(FlightCalls.ticket("{ wides { id body wides { id } } }")))
                    .isEqualTo(40);
            assertThat(flight.rows(FlightCalls.ticket("{ wides(orderBy: [{parentId: DESC}]) { id wides { id } } }")))
                    .isEqualTo(40);
        }
    }

    @Test
    void streamsThatAreLeftHoldNothing() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(STREAMS);
        try (FlightCalls flight = new FlightCalls(server)) {
            List<Callable<Boolean>> calls = IntStream.range(0, CANCELS)
                    .mapToObj(seed -> (Callable<Boolean>)
                            () -> FlightCalls.eventually(() -> left(flight, new Random(seed).nextInt(30))))
                    .toList();
            for (Future<Boolean> call : clients.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
            assertThat(Waiting.until(
                            SOON,
                            () -> metric("flight_streams_active") == 0
                                    && metric("flight_memory_bytes") == 0
                                    && metric("db_pool_active") == 0
                                    && count(ACTIVE) == 0))
                    .as("nothing is held")
                    .isTrue();
            assertThat(metric("flight_streams_total{end=\"client_gone\"}")).isGreaterThanOrEqualTo(CANCELS);
            double rows = metric("flight_rows_total");
            assertThat(flight.rows(SOME_OF_LIST)).isEqualTo(SOME);
            assertThat(metric("flight_rows_total")).isEqualTo(rows + SOME);
            assertThat(metric("flight_streams_total{end=\"complete\"}")).isPositive();
            assertThat(metric("flight_batches_total")).isGreaterThanOrEqualTo(SOME / 2000);
            assertThat(HttpAnswer.get(server.adminPort(), "/healthcheck").body())
                    .contains("\"flight\":{\"healthy\":true,\"message\":\"listening on " + server.service("flight"));
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void fiftyStreamsRunAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try (FlightCalls flight = new FlightCalls(server)) {
            CyclicBarrier begun = new CyclicBarrier(AT_ONCE);
            Callable<Long> read = () -> {
                try (FlightStream stream =
                        flight.stream(FlightCalls.ticket("{ items(where: {id: {lte: 20000}}) { id name } }"))) {
                    long rows = stream.next() ? stream.getRoot().getRowCount() : 0;
                    begun.await(60, TimeUnit.SECONDS);
                    while (stream.next()) {
                        rows += stream.getRoot().getRowCount();
                    }
                    return rows;
                }
            };
            for (Future<Long> rows : clients.invokeAll(Collections.nCopies(AT_ONCE, read))) {
                assertThat(rows.get()).isEqualTo(20_000);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Reads some batches and leaves. */
    private static boolean left(FlightCalls flight, int batches) throws Exception {
        try (FlightStream stream = flight.stream(LIST)) {
            for (int i = 0; i <= batches; i++) {
                assertThat(stream.next()).isTrue();
            }
            stream.cancel("enough", null);
        }
        return true;
    }

    @Test
    void aStatementWithoutARowYetEndsWithItsClient() throws Exception {
        try (FlightCalls flight = new FlightCalls(server);
                FlightStream stream = flight.stream(SLOW)) {
            assertThat(Waiting.until(SOON, () -> count(ACTIVE) == 1)).isTrue();
            stream.cancel("enough", null);
            assertThat(Waiting.until(Duration.ofSeconds(2), () -> count(ACTIVE) == 0))
                    .as("the statement left the database")
                    .isTrue();
        }
    }

    @Test
    void aDatabaseThatIsLostIsAnError() throws Exception {
        try (FlightCalls flight = new FlightCalls(server);
                FlightStream stream = flight.stream(LIST)) {
            assertThat(stream.next()).isTrue();
            TestPostgres.sql(database.url(), ACTIVE.replace("count(*)", "pg_terminate_backend(pid)"));
            CallStatus status = FlightCalls.status(() -> {
                while (stream.next()) {
                    assertThat(stream.getRoot().getRowCount()).isPositive();
                }
            });
            assertThat(status.code()).isEqualTo(FlightStatusCode.UNAVAILABLE);
            assertThat(flight.rows(SOME_OF_LIST)).isEqualTo(SOME);
        }
    }

    private static double metric(String name) {
        try {
            return ConfigProbes.metric(server, "fraiseql_" + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(String sql) {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
