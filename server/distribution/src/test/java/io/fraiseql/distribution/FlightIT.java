package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flight refuses, and what its keys change. */
class FlightIT {

    /** The keys of this class, as {@link ConfigKeys} names them. */
    static final Set<String> KEYS = Set.of(
            "flight.host",
            "flight.port",
            "flight.batchRows",
            "flight.batchBytes",
            "flight.maxStreams",
            "flight.timeout",
            "flight.stallTimeout",
            "flight.uuid",
            "flight.exports",
            "flight.tls.certificate",
            "flight.tls.key",
            "flight.tls.clients");

    private static final String TABLES = """
            CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, uid UUID NOT NULL, name TEXT NOT NULL);
            CREATE TABLE part (id INTEGER NOT NULL PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item (id));
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                INSERT INTO item SELECT i, printf('%08x-0000-4000-8000-%012x', i, i), hex(zeroblob(500)) FROM n;
            CREATE TABLE odd (id INTEGER NOT NULL PRIMARY KEY, price NUMERIC(5, 2) NOT NULL);
            INSERT INTO odd VALUES (1, 999.99), (2, 1000);
            CREATE VIEW endless AS SELECT id FROM item WHERE
                (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n) > 0;
            """;
    private static final String IDS = FlightCalls.ticket("{ items { id } }");
    private static final String NAMES = FlightCalls.ticket("{ items { id name } }");

    @TempDir
    static Path folder;

    private static DatabaseFolder database;
    private static DistributionServer server;
    private static FlightCalls flight;

    @BeforeAll
    static void start() throws IOException {
        database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(TABLES);
        database.compileTables();
        server = database.serveAlone("flight.port=0", "flight.exports=[item, endless, gone]");
        flight = new FlightCalls(server);
    }

    @AfterAll
    static void stop() throws Exception {
        try (DistributionServer ended = server) {
            flight.close();
            assertThat(ended.output()).doesNotContain("ERROR");
        }
    }

    @Test
    void whatIsWrongWithAQueryIsFoundBeforeItRuns() {
        Map<String, String> messages = Map.ofEntries(
                Map.entry("{", "the ticket is not valid JSON"),
                Map.entry("[]", "the ticket must be a JSON object"),
                Map.entry("{}", "the first key of a ticket must be \"type\""),
                Map.entry("{\"query\":\"{ items { id } }\",\"type\":\"GraphQLQuery\"}", "must be \"type\""),
                Map.entry("{\"type\":\"GraphqlQuery\"}", "must be one of GraphQLQuery"),
                Map.entry("{\"type\":\"GraphQLQuery\"}", "no \"query\""),
                Map.entry("{\"type\":\"GraphQLQuery\",\"query\":5}", "\"query\" must be a string"),
                Map.entry("{\"type\":\"GraphQLQuery\",\"qurey\":\"{ items { id } }\"}", "\"qurey\" is no key"),
                Map.entry("{\"type\":\"GraphQLQuery\",\"query\":\"{ items { id } }\",\"variables\":[]}", "JSON object"),
                Map.entry("{\"type\":\"GraphQLQuery\",\"documentId\":\"x\"}", "sha256"),
                Map.entry(FlightCalls.ticket("{ items { nothing } }"), "nothing"),
                Map.entry(FlightCalls.ticket("{ items { id "), "Invalid"),
                Map.entry(FlightCalls.ticket("{ items { id } parts { id } }"), "exactly one root field"),
                Map.entry(FlightCalls.ticket("{ item(id: 1) { id } }"), "exactly one root field"),
                Map.entry(
                        FlightCalls.ticket("{ items { id partsConnection(first: 1) { nodes { id } } } }"),
                        "rows cannot carry 'partsConnection', a connection"),
                Map.entry(FlightCalls.ticket("query($n: Int!) { items(limit: $n) { id } }"), "$n: a value is required"),
                Map.entry(
                        FlightCalls.ticket("query($n: Int!) { items(limit: $n) { id } }", Map.of("n", 1_000_000)),
                        "1000"),
                Map.entry(FlightCalls.ticket("{ items(limit: -1) { id } }"), "limit"));
        messages.forEach((ticket, message) -> {
            CallStatus status = flight.refusal(ticket);
            assertThat(status.code()).as(ticket).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
            assertThat(status.description()).as(ticket).contains(message);
        });
        assertThat(flight.refusal("{\"type\":\"x\"" + " ".repeat(1 << 20) + "}").description())
                .contains("the limit is 1048576");
    }

    @Test
    void onlyWhatTheConfigurationNamesIsExported() throws Exception {
        assertThat(flight.rows(export("\"table\":\"item\""))).isEqualTo(20_000);
        assertThat(flight.info(export("\"view\":\"item\",\"columns\":[\"name\",\"id\"],\"format\":\"arrow\""))
                        .getSchema()
                        .getFields())
                .extracting(Field::getName)
                .containsExactly("name", "id");
        StringBuilder csv = new StringBuilder();
        try (FlightStream stream =
                flight.stream(export("\"table\":\"item\",\"columns\":[\"id\"],\"format\":\"csv\""))) {
            while (stream.next()) {
                VarBinaryVector parts = (VarBinaryVector) stream.getRoot().getVector("csv");
                for (int i = 0; i < parts.getValueCount(); i++) {
                    csv.append(new String(parts.get(i), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(csv.toString().lines().toList())
                .isEqualTo(Stream.concat(
                                Stream.of("id"),
                                IntStream.rangeClosed(1, 20_000).mapToObj(Integer::toString))
                        .toList());
        CallStatus other = flight.refusal(export("\"table\":\"part\""));
        assertThat(other.code()).isEqualTo(FlightStatusCode.UNAUTHORIZED);
        assertThat(other.description()).contains("flight.exports");
        assertThat(flight.refusal(export("\"table\":\"gone\"")).description())
                .contains("no list of the schema reads 'gone'");
        Map<String, String> messages = Map.of(
                "\"table\":\"item\",\"format\":\"parquet\"", "parquet is not written here; take arrow",
                "\"table\":\"item\",\"format\":\"xlsx\"", "must be \"arrow\" or \"csv\"",
                "\"table\":\"item\",\"view\":\"item\"", "either \"table\" or \"view\"",
                "\"table\":\"item\",\"columns\":[\"nam\"]", "no column 'nam'; did you mean 'name'?",
                "\"table\":\"item\",\"where\":{}", "\"where\" is no key of BulkExport");
        messages.forEach((members, message) -> {
            CallStatus status = flight.refusal(export(members));
            assertThat(status.code()).as(members).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
            assertThat(status.description()).as(members).contains(message);
        });
    }

    /** The first row of a text that its client leaves never comes; the statement ends nevertheless. */
    @Test
    void anExportThatIsLeftIsEnded() throws Exception {
        try (FlightStream stream = flight.stream(export("\"table\":\"endless\",\"format\":\"csv\""))) {
            assertThat(stream.getSchema().getFields()).hasSize(1);
            stream.cancel("enough", null);
        }
        assertThat(Waiting.until(
                        Duration.ofSeconds(20),
                        () -> metric("flight_streams_active") == 0 && metric("db_pool_active") == 0))
                .as("nothing is held")
                .isTrue();
    }

    private static double metric(String name) {
        try {
            return ConfigProbes.metric(server, "fraiseql_" + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String export(String members) {
        return "{\"type\":\"BulkExport\"," + members + "}";
    }

    /** Each query has a column; a batch holds rows of one query only. */
    @Test
    void severalQueriesShareAStream() throws Exception {
        String items =
                "{\"query\":\"query($n: Int!) { items(where: {id: {lte: $n}}) { id parts { id } } }\",\"variables\":{\"n\":%d}}";
        String ticket = batched(items.formatted(15_000), "{\"query\":\"{ parts { id } }\"}", items.formatted(3));
        assertThat(flight.info(ticket).getSchema().getFields())
                .extracting(Field::getName)
                .containsExactly("query0", "query1", "query2");
        List<List<Integer>> rows = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int batches = 0;
        try (FlightStream stream = flight.stream(ticket)) {
            while (stream.next()) {
                batches++;
                assertThat(stream.getRoot().getRowCount()).isEqualTo(1);
                for (int query = 0; query < rows.size(); query++) {
                    ListVector list = (ListVector) stream.getRoot().getVector(query);
                    StructVector values = (StructVector) list.getDataVector();
                    for (int i = 0; i < list.getElementEndIndex(0); i++) {
                        rows.get(query).add((Integer) values.getChild("id").getObject(i));
                    }
                }
            }
        }
        assertThat(batches).isEqualTo(3);
        assertThat(rows.get(0))
                .isEqualTo(IntStream.rangeClosed(1, 15_000).boxed().toList());
        assertThat(rows.get(1)).isEmpty();
        assertThat(rows.get(2)).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsWrongWithOneOfSeveralQueriesIsNamed() {
        String good = "{\"type\":\"GraphQLQuery\",\"query\":\"{ items { id } }\"}";
        Map<String, String> messages = Map.of(
                "{\"type\":\"BatchedQueries\"}",
                "\"queries\", a list",
                "{\"type\":\"BatchedQueries\",\"queries\":[],\"limit\":1}",
                "and nothing else",
                batched(),
                "between 1 and 100 queries",
                batched(good, "5"),
                "queries[1] must be an object",
                batched(good, "{\"type\":\"OptimizedView\",\"view\":\"x\"}"),
                "queries[1]: the \"type\"",
                batched(good, "{\"query\":\"SELECT 1\"}"),
                "queries[1]: Invalid",
                batched(good, "{\"query\":\"{ items { nothing } }\"}"),
                "queries[1]: ");
        messages.forEach((ticket, message) -> {
            CallStatus status = flight.refusal(ticket);
            assertThat(status.code()).as(ticket).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
            assertThat(status.description()).as(ticket).contains(message);
        });
        CallStatus none = flight.refusal("{\"type\":\"ObserverEvents\"}");
        assertThat(none.code()).isEqualTo(FlightStatusCode.NOT_FOUND);
        assertThat(none.description()).contains("no events are noted here");
    }

    private static String batched(String... queries) {
        return "{\"type\":\"BatchedQueries\",\"queries\":[" + String.join(",", queries) + "]}";
    }

    @Test
    void anErrorNamesItsCodeAndTheRequest() {
        CallStatus status = flight.refusal(FlightCalls.ticket("{ items { nothing } }"));
        assertThat(status.metadata().get("x-error-code")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(status.metadata().get("x-request-id")).matches("[0-9a-f]{16}");
    }

    @Test
    void aDescriptorIsACommand() {
        CallStatus path = FlightCalls.status(() -> flight.client().getInfo(FlightDescriptor.path("items")));
        assertThat(path.code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
        assertThat(path.description()).contains("not a path");
    }

    @Test
    void anOpenDoorNeedsAWord() throws IOException {
        Distribution.Ended ended = database.check("flight.host=0.0.0.0");
        assertThat(ended.err())
                .contains("flight.host (-Ddw.flight.host): '0.0.0.0' can be reached from other machines");
        assertThat(database.check("flight.host=0.0.0.0", "security.allowAnonymous=true")
                        .exitCode())
                .isZero();
        assertThat(database.refuse("flight.tls.certificate=no.pem", "flight.tls.key=no.pem")
                        .err())
                .contains("Flight cannot use the files of flight.tls: no.pem");
        assertThat(database.check("flight.batchRow=5").err()).contains("did you mean 'batchRows'?");
        assertThat(database.refuse("flight.port=" + server.service("flight").split(":")[1])
                        .err())
                .contains("Flight cannot listen on 127.0.0.1:");
    }

    @Test
    void eachKeyChangesWhatIsSeen() throws Exception {
        int port = freePort();
        TestCertificate certificate = TestCertificate.make(folder);
        String[] tls = {"flight.tls.certificate=" + certificate.certificate(), "flight.tls.key=" + certificate.key()};
        try (DistributionServer changed = database.serveAlone(
                        "flight.host=127.0.0.2",
                        "flight.port=" + port,
                        "flight.batchRows=50",
                        "flight.batchBytes=8KiB",
                        "flight.maxStreams=1",
                        "flight.timeout=4s",
                        "flight.stallTimeout=1s",
                        "flight.uuid=text",
                        tls[0],
                        tls[1]);
                FlightCalls other = new FlightCalls(changed, certificate, false);
                FlightCalls plain = new FlightCalls(changed)) {
            assertThat(FlightCalls.status(() -> plain.rows(IDS)).code()).isEqualTo(FlightStatusCode.UNAVAILABLE);
            assertThat(server.service("flight")).startsWith("127.0.0.1:");
            assertThat(changed.service("flight")).isEqualTo("127.0.0.2:" + port);
            assertThat(batches(flight, IDS)).containsExactly(1_000, 10_000);
            assertThat(batches(other, IDS)).containsExactly(50, 50);
            assertThat(batches(flight, NAMES).get(0)).isBetween(250, 280);
            assertThat(batches(flight, NAMES).get(1)).isBetween(4_000, 4_400);
            assertThat(batches(other, NAMES))
                    .allSatisfy(rows -> assertThat(rows).isBetween(7, 9));
            String uuids = FlightCalls.ticket("{ items { uid } }");
            assertThat(type(flight, uuids)).isEqualTo(new ArrowType.FixedSizeBinary(16));
            assertThat(type(other, uuids)).isEqualTo(ArrowType.Utf8.INSTANCE);
            assertThat(firstText(other, uuids)).isEqualTo("00000001-0000-4000-8000-000000000001");
            stalls(other);
            assertThat(FlightCalls.status(() -> other.rows(FlightCalls.ticket("{ endlesses { id } }")))
                            .description())
                    .contains("took too long");
            assertThat(changed.output()).doesNotContain("ERROR");
        }
        try (DistributionServer mutual = database.serveAlone(
                        "flight.port=0", tls[0], tls[1], "flight.tls.clients=" + certificate.certificate());
                FlightCalls known = new FlightCalls(mutual, certificate, true);
                FlightCalls unknown = new FlightCalls(mutual, certificate, false)) {
            assertThat(known.rows(IDS)).isEqualTo(20_000);
            assertThat(FlightCalls.status(() -> unknown.rows(IDS)).code()).isEqualTo(FlightStatusCode.UNAVAILABLE);
            CallStatus misfit = FlightCalls.status(() -> known.rows(FlightCalls.ticket("{ odds { id price } }")));
            assertThat(misfit.code()).isEqualTo(FlightStatusCode.INTERNAL);
            assertThat(misfit.description())
                    .contains("price: the database holds a value that is no decimal of 5 digits");
            assertThat(known.rows(FlightCalls.ticket("{ odds(limit: 1) { id price } }")))
                    .isEqualTo(1);
        }
    }

    /** One stream is held, the next one is refused, and the first one ends when nobody takes it. */
    private static void stalls(FlightCalls other) throws Exception {
        try (FlightStream held = flight.stream(NAMES);
                FlightStream second = flight.stream(NAMES)) {
            assertThat(held.next() && second.next()).isTrue();
        }
        try (FlightStream held = other.stream(NAMES)) {
            assertThat(held.next()).isTrue();
            CallStatus full = FlightCalls.status(() -> other.rows(IDS));
            assertThat(full.code()).isEqualTo(FlightStatusCode.RESOURCE_EXHAUSTED);
            assertThat(full.description()).contains("flight.maxStreams: 1");
            assertThat(FlightCalls.eventually(() -> other.rows(IDS))).isEqualTo(20_000);
            CallStatus stalled = FlightCalls.status(() -> {
                while (held.next()) {
                    assertThat(held.getRoot().getRowCount()).isPositive();
                }
            });
            assertThat(stalled.code()).isEqualTo(FlightStatusCode.TIMED_OUT);
            assertThat(stalled.description()).contains("flight.stallTimeout");
        }
    }

    /** The rows of the first batch, which is small, and of the second. */
    private static List<Integer> batches(FlightCalls calls, String ticket) throws Exception {
        try (FlightStream stream = calls.stream(ticket)) {
            assertThat(stream.next()).isTrue();
            int first = stream.getRoot().getRowCount();
            assertThat(stream.next()).isTrue();
            return List.of(first, stream.getRoot().getRowCount());
        }
    }

    private static ArrowType type(FlightCalls calls, String ticket) {
        return calls.info(ticket).getSchema().getFields().get(0).getType();
    }

    private static String firstText(FlightCalls calls, String ticket) throws Exception {
        try (FlightStream stream = calls.stream(ticket)) {
            assertThat(stream.next()).isTrue();
            return stream.getRoot().getVector(0).getObject(0).toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
