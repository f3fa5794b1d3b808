package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.FlightSender.Batch;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients send over Flight: rows of tables, events, and what they want of an exchange. */
@Timeout(120)
class FlightUploadIT {

    /** The keys of this class, as {@link ConfigKeys} names them. */
    static final Set<String> KEYS =
            Set.of("flight.uploads", "flight.ingest", "flight.uploadBytes", "flight.maxUploads");

    private static final String TABLES = """
            CREATE TYPE colour AS ENUM ('red', 'blue');
            CREATE TABLE item (id integer PRIMARY KEY, name text NOT NULL, big bigint, price numeric(8, 2), weight double precision, ok boolean,
                at timestamptz, local timestamp, day date, hour time, uid uuid, body bytea, doc jsonb, tint colour, total integer NOT NULL DEFAULT 0);
            CREATE TABLE secret (id integer PRIMARY KEY);
            """;
    private static final String[] SETTINGS = {
        "flight.port=0",
        "flight.uploads=[item]",
        "flight.ingest=[Item]",
        "flight.uploadBytes=2MiB",
        "flight.maxUploads=2",
        "flight.stallTimeout=6s",
        "events.log.pollInterval=100ms",
        "events.log.lease=1s"
    };
    private static final String COMMAND = "{\"type\":\"Upload\",\"table\":\"item\",\"batch_id\":\"%s\"}";
    private static final String ALL =
            "{ items(where: {id: {lt: 10}}) { id name big price weight ok at local day hour uid body doc tint } }";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static DatabaseFolder database;
    private static DistributionProcess server;
    private static FlightCalls flight;
    private static FlightSender sender;

    @BeforeAll
    static void start() throws IOException {
        database = DatabaseFolder.empty(folder, TestDatabase.POSTGRESQL);
        database.fill(TABLES);
        database.introspect("--mutations");
        database.compile("schema.json", "postgresql");
        database.migrate();
        serve();
    }

    private static void serve() throws IOException {
        server = database.serveProcess(SETTINGS);
        flight = new FlightCalls(server);
        sender = new FlightSender(flight);
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            flight.close();
        } finally {
            server.stop();
        }
        assertThat(server.output()).doesNotContain("was not given back").doesNotContain("ERROR");
    }

    /** What is sent is what comes back, to the last digit, also when it is what came. */
    @Test
    void rowsOfEveryTypeAreWrittenOnceAndReadBack() throws Exception {
        database.fill(
                "INSERT INTO item VALUES (1, 'é', 9007199254740993, 12.5, 0.1, true, '2024-02-29T12:00:00.000001Z',"
                        + " '2024-02-29T12:00:00', '2024-02-29', '23:59:59.5', '00000000-0000-4000-8000-000000000001', '\\x00ff',"
                        + " '{\"a\": [1, null]}', 'blue'), (2, '', null, null, null, null, null, null, null, null, null, null, null, null)");
        String answer;
        try (FlightStream rows = flight.stream(FlightCalls.ticket(ALL))) {
            answer = sender.forward(COMMAND.formatted("all-types"), rows, "id", 2);
        }
        assertThat(answer).isEqualTo("{\"batch_id\":\"all-types\",\"rows\":2}");
        String columns = "name, big, price, weight, ok, at, local, day, hour, uid, body, doc, tint";
        assertThat(database.numbers("SELECT count(*) FROM item a JOIN item b ON b.id = a.id + 2 WHERE a.id < 3 AND (a."
                        + columns.replace(", ", ", a.") + ") IS NOT DISTINCT FROM (b." + columns.replace(", ", ", b.")
                        + ")"))
                .containsExactly(2L);
        assertThat(database.numbers(
                        "SELECT count(*) FROM fraiseql_event WHERE entity_type = 'Item' AND entity_id IN ('3', '4')"))
                .containsExactly(2L);
        try (FlightStream rows = flight.stream(FlightCalls.ticket(ALL.replace("lt: 10", "lt: 3")))) {
            assertThat(sender.forward(COMMAND.formatted("all-types"), rows, "id", 2))
                    .isEqualTo(answer);
        }
        assertThat(database.numbers("SELECT count(*) FROM item WHERE id < 10")).containsExactly(4L);
        assertThat(metric("flight_uploads_total{end=\"written\"}")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
        Map<Batch, String> messages = Map.of(
                Batch.of("id", 100L), "the column id is Int(64, true) and must be Int32 or a smaller one",
                Batch.of("id", 100), "the column name is missing; it must be Utf8",
                Batch.of("id", 100, "nam", "x"), "there is no column nam to write; there are id, name,",
                Batch.of("id", 100, "id", 100), "the column id is there twice",
                Batch.of("id", 100, "name", 5), "the column name is Int(32, true) and must be Utf8",
                Batch.of("id", 100, "name", "x", "price", "1234567"), "price",
                Batch.of("id", 100, "name", "x", "tint", "green"), "inputs[0].tint",
                Batch.of("id", 100, "name", "x", "doc", "{"), "doc",
                Batch.of("id", 100, "name", "x", "weight", Double.NaN), "the column weight: NaN",
                Batch.of("id", 100, "name", null), "inputs[0].name");
        messages.forEach((batch, message) ->
                refused(COMMAND.formatted(batch.hashCode()), batch, FlightStatusCode.INVALID_ARGUMENT, message));
        assertThat(database.numbers("SELECT count(*) FROM item WHERE id = 100")).containsExactly(0L);
    }

    @Test
    void onlyWhatIsAllowedIsTaken() {
        Batch row = Batch.of("id", 100);
        String command = COMMAND.formatted("x");
        refused(command.replace("item", "secret"), row, FlightStatusCode.UNAUTHORIZED, "flight.uploads");
        refused(command.replace("item", "item; DROP TABLE item"), row, FlightStatusCode.UNAUTHORIZED, "flight.uploads");
        refused(
                "{\"type\":\"ObserverEvents\",\"entity_type\":\"Secret\",\"batch_id\":\"x\"}",
                Batch.of("entity_id", "1"),
                FlightStatusCode.UNAUTHORIZED,
                "flight.ingest");
        Map.of(
                        command.replace("Upload", "OptimizedView"),
                        "must be \"Upload\" or \"ObserverEvents\"",
                        command.replace("\"x\"", "\"\""),
                        "\"batch_id\" must have 1 to 200 characters",
                        command.replace("\"x\"", "5"),
                        "\"batch_id\" is missing, or no string",
                        command.replace("}", ",\"mode\":1}"),
                        "\"mode\" is no key here",
                        "{",
                        "not valid JSON")
                .forEach((wrong, message) -> refused(wrong, row, FlightStatusCode.INVALID_ARGUMENT, message));
    }

    private static void refused(String command, Batch batch, FlightStatusCode code, String message) {
        CallStatus status = FlightCalls.status(() -> sender.send(command, batch));
        assertThat(status.code()).as(command + status.description()).isEqualTo(code);
        assertThat(status.description()).as(command).contains(message);
    }

    /** Whatever of them was written when the server was killed, afterwards it is there once. */
    @Test
    void aBatchThatWasKilledIsSentAgain() throws Exception {
        Batch many = Batch.rows(1_000, 9_000);
        CompletableFuture<String> sent =
                CompletableFuture.supplyAsync(() -> sender.send(COMMAND.formatted("killed"), many));
        assertThat(Waiting.until(
                        SOON,
                        Duration.ofMillis(2),
                        () -> sent.isDone()
                                || database.numbers(
                                                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT INTO%item%'"
                                                                + " AND xact_start IS NOT NULL AND datname = current_database()")
                                                .get(0)
                                        > 0))
                .isTrue();
        server.kill();
        assertThat(sent.handle((answer, failure) -> failure != null || answer.contains("9000"))
                        .get(30, TimeUnit.SECONDS))
                .isTrue();
        flight.close();
        serve();
        assertThat(sender.send(COMMAND.formatted("killed"), many)).isEqualTo("{\"batch_id\":\"killed\",\"rows\":9000}");
        String written = "id BETWEEN 1000 AND 9999";
        assertThat(database.numbers(
                        "SELECT count(*) FROM item WHERE " + written + " UNION ALL SELECT count(*) FROM fraiseql_event"
                                + " WHERE entity_id::integer BETWEEN 1000 AND 9999"))
                .containsExactly(9000L, 9000L);
    }

    @Test
    void memoryRoomAndPatienceAreBounded() throws Exception {
        refused(
                COMMAND.formatted("large"),
                Batch.of("id", 101, "name", "x".repeat(3 << 20)),
                FlightStatusCode.RESOURCE_EXHAUSTED,
                "flight.uploadBytes");
        CompletableFuture<CallStatus> one = sender.silent(COMMAND.formatted("one"));
        CompletableFuture<CallStatus> two = sender.silent(COMMAND.formatted("two"));
        assertThat(Waiting.until(
                        SOON,
                        () -> FlightCalls.status(() -> sender.send("{", Batch.of("id", 1)))
                                        .code()
                                == FlightStatusCode.RESOURCE_EXHAUSTED))
                .isTrue();
        assertThat(flight.info(FlightCalls.ticket("{ items { id } }"))
                        .getSchema()
                        .getFields())
                .as("others are served meanwhile")
                .hasSize(1);
        for (CompletableFuture<CallStatus> silent : List.of(one, two)) {
            CallStatus status = silent.get(20, TimeUnit.SECONDS);
            assertThat(status.code()).isEqualTo(FlightStatusCode.TIMED_OUT);
            assertThat(status.description()).contains("flight.stallTimeout");
        }
        assertThat(Waiting.until(SOON, () -> metric("flight_memory_bytes") == 0))
                .isTrue();
        assertThat(sender.send(COMMAND.formatted("after"), Batch.of("id", 102, "name", "x")))
                .contains("\"rows\":1");
    }

    @Test
    void anExchangeAnswersLikeAStream() throws Exception {
        String ingest = "{\"type\":\"ObserverEvents\",\"entity_type\":\"Item\",\"batch_id\":\"%s\"}";
        String follow = "{\"type\":\"ObserverEvents\",\"event_type\":\"CUSTOM\",\"follow\":true,\"limit\":2}";
        CompletableFuture<List<String>> heard =
                CompletableFuture.supplyAsync(() -> sender.exchange(follow, "entity_id"));
        Batch seen = Batch.of("entity_id", "7", "data", "{\"seen\": true}");
        assertThat(sender.send(ingest.formatted("first"), seen)).isEqualTo("{\"batch_id\":\"first\",\"rows\":1}");
        assertThat(sender.send(ingest.formatted("first"), seen)).isEqualTo("{\"batch_id\":\"first\",\"rows\":1}");
        sender.send(ingest.formatted("second"), Batch.of("entity_id", "8"));
        assertThat(heard.get(30, TimeUnit.SECONDS)).containsExactly("7", "8");
        assertThat(sender.exchange(FlightCalls.ticket("{ items(where: {id: {eq: -1}}) { name } }"), "name"))
                .isEmpty();
        CallStatus wrong = FlightCalls.status(() -> sender.exchange("{\"type\":\"Upload\"}", "name"));
        assertThat(wrong.code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
        refused(
                ingest.formatted("bad"),
                Batch.of("entity_id", "7", "data", "5"),
                FlightStatusCode.INVALID_ARGUMENT,
                "data must be a JSON object");
        refused(
                ingest.formatted("bad"),
                Batch.of("data", "{}"),
                FlightStatusCode.INVALID_ARGUMENT,
                "the column entity_id is missing");
    }

    private static double metric(String name) {
        try {
            return ConfigProbes.metric(server, "fraiseql_" + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
