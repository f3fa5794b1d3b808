package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallOptions;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.Criteria;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked for without knowing the schema: the flights, the views and the actions. */
class FlightViewsIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TABLES = """
            CREATE TABLE sale (id INTEGER NOT NULL PRIMARY KEY, shop TEXT NOT NULL, sold_on DATE, price NUMERIC(8, 2) NOT NULL);
            INSERT INTO sale VALUES (1, 'Kyoto', '2024-02-29', 10.5), (2, 'Oslo', NULL, 7), (3, 'Kyoto', '2024-03-01', 2.25),
                (4, 'Lima', '2024-03-02', 11), (5, 'Kyoto', '2024-03-03', 30);
            CREATE TABLE ta_sale (id INTEGER NOT NULL PRIMARY KEY, shop TEXT NOT NULL, sold_on DATE, price NUMERIC(8, 2) NOT NULL);
            INSERT INTO ta_sale SELECT * FROM sale;
            CREATE VIEW va_shop AS SELECT shop FROM sale GROUP BY shop;
            CREATE VIEW endless AS SELECT id FROM sale WHERE
                (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n) > 0;
            """;

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
        server = database.serveAlone("flight.port=0");
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
    void everyFlightThatIsListedCanBeTaken() throws Exception {
        List<String> tickets = new ArrayList<>();
        for (FlightInfo info : flight.client().listFlights(Criteria.ALL)) {
            String ticket = new String(info.getDescriptor().getCommand(), StandardCharsets.UTF_8);
            tickets.add(ticket);
            assertThat(info.getEndpoints().get(0).getTicket())
                    .isEqualTo(new Ticket(ticket.getBytes(StandardCharsets.UTF_8)));
            assertThat(info.getSchema()).isEqualTo(flight.info(ticket).getSchema());
            if (!ticket.contains("endless")) {
                assertThat(flight.rows(ticket)).as(ticket).isEqualTo(ticket.contains("shop\"}") ? 3 : 5);
            }
        }
        assertThat(tickets)
                .containsExactlyInAnyOrder(
                        "{\"type\":\"GraphQLQuery\",\"query\":\"{ endlesses { id } }\"}",
                        "{\"type\":\"GraphQLQuery\",\"query\":\"{ sales { id shop soldOn price } }\"}",
                        "{\"type\":\"OptimizedView\",\"view\":\"ta_sale\"}",
                        "{\"type\":\"OptimizedView\",\"view\":\"va_shop\"}");
        CallStatus refused = FlightCalls.status(
                () -> flight.client().listFlights(new Criteria(new byte[] {1})).forEach(info -> {}));
        assertThat(refused.code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
    }

    @Test
    void aViewAnswersLikeItsList() throws Exception {
        String where = "{shop: {eq: \"Kyoto\"}, price: {gte: \"2.25\"}}";
        same(
                "{\"type\":\"OptimizedView\",\"view\":\"ta_sale\",\"columns\":[\"price\",\"id\"],\"where\":{\"shop\":{\"eq\":"
                        + "\"Kyoto\"},\"price\":{\"gte\":\"2.25\"}},\"order_by\":[{\"price\":\"DESC\"}],\"limit\":2,\"offset\":1}",
                "{ taSales(where: " + where + ", orderBy: [{price: DESC}], limit: 2, offset: 1) { price id } }",
                2);
        same(
                "{\"type\":\"OptimizedView\",\"view\":\"ta_sale\",\"where\":{\"soldOn\":{\"isNull\":true}},\"limit\":null}",
                "{ taSales(where: {soldOn: {isNull: true}}) { id shop soldOn price } }",
                1);
        same(
                "{\"type\":\"OptimizedView\",\"view\":\"va_shop\",\"order_by\":[{\"shop\":\"ASC\"}]}",
                "{ vaShops(orderBy: [{shop: ASC}]) { shop } }",
                3);
    }

    private static void same(String ticket, String document, int rows) throws Exception {
        String body = MAPPER.writeValueAsString(Map.of("query", document));
        JsonNode expected = MAPPER.readTree(HttpAnswer.json(server.port(), body).body())
                .get("data")
                .elements()
                .next();
        assertThat(expected).hasSize(rows);
        FlightInfo info = flight.info(ticket);
        try (FlightStream stream = flight.stream(ticket)) {
            assertThat(stream.getSchema()).isEqualTo(ArrowAnswers.inMemory(info.getSchema()));
            ArrowAnswers.compare(ticket, expected, stream);
        }
    }

    @Test
    void whatIsWrongWithAViewIsFoundBeforeItRuns() {
        refused("\"view\":\"ta_sael\"", FlightStatusCode.NOT_FOUND, "no view 'ta_sael'; did you mean 'ta_sale'?");
        refused("\"view\":\"sale\"", FlightStatusCode.NOT_FOUND, "begins with va_ or ta_");
        refused("\"view\":\"ta_sale; DROP TABLE sale\"", FlightStatusCode.NOT_FOUND, "no view");
        Map.of(
                        "\"view\":5", "\"view\" must be the name",
                        "\"columns\":[\"id\"]", "\"view\" must be the name",
                        "\"view\":\"ta_sale\",\"orderBy\":[]",
                                "\"orderBy\" is no key of a view; did you mean 'order_by'?",
                        "\"view\":\"ta_sale\",\"columns\":[\"prise\"]", "no column 'prise'; did you mean 'price'?",
                        "\"view\":\"ta_sale\",\"columns\":[\"id } } #\"]", "no column 'id } } #'",
                        "\"view\":\"ta_sale\",\"columns\":[]", "at least one",
                        "\"view\":\"ta_sale\",\"columns\":[\"id\",\"id\"]", "asked for twice",
                        "\"view\":\"ta_sale\",\"where\":{\"id\":{\"eq\":\"x\"}}", "where",
                        "\"view\":\"ta_sale\",\"where\":{\"prise\":{\"eq\":\"1\"}}", "price",
                        "\"view\":\"ta_sale\",\"where\":[1, 2]", "where")
                .forEach((members, message) -> refused(members, FlightStatusCode.INVALID_ARGUMENT, message));
        refused("\"view\":\"ta_sale\",\"order_by\":[{\"id\":\"UP\"}]", FlightStatusCode.INVALID_ARGUMENT, "orderBy");
        refused("\"view\":\"ta_sale\",\"limit\":-1", FlightStatusCode.INVALID_ARGUMENT, "limit");
        refused("\"view\":\"ta_sale\",\"offset\":\"x\"", FlightStatusCode.INVALID_ARGUMENT, "offset");
    }

    private static void refused(String members, FlightStatusCode code, String message) {
        CallStatus status = flight.refusal("{\"type\":\"OptimizedView\"," + members + "}");
        assertThat(status.code()).as(members + status.description()).isEqualTo(code);
        assertThat(status.description()).as(members).contains(message);
    }

    @Test
    void theActionsThatAreListedAreDone() throws Exception {
        List<String> names = new ArrayList<>();
        flight.client().listActions().forEach(action -> names.add(action.getType()));
        assertThat(names)
                .containsExactly(
                        "HealthCheck",
                        "ListSchemas",
                        "GetSchemaVersions",
                        "RefreshSchemas",
                        "ClearCache",
                        "CancelFlight");
        JsonNode health = perform("HealthCheck", "").get(0);
        assertThat(health.get("healthy").asBoolean()).isTrue();
        assertThat(health.at("/checks/database").asBoolean()).isTrue();
        assertThat(health.at("/checks/flight").asBoolean()).isTrue();
        List<JsonNode> schemas = perform("ListSchemas", "");
        assertThat(schemas).extracting(schema -> schema.get("name").asText()).contains("sales", "taSales", "vaShops");
        JsonNode sales = schemas.stream()
                .filter(schema -> schema.get("name").asText().equals("taSales"))
                .findFirst()
                .orElseThrow();
        assertThat(sales.at("/ticket/view").asText()).isEqualTo("ta_sale");
        assertThat(sales.at("/schema/fields/3/type/name").asText()).isEqualTo("decimal");
        actionRefused("DropCache", "", FlightStatusCode.UNIMPLEMENTED, "HealthCheck, ListSchemas, GetSchemaVersions");
        actionRefused("HealthCheck", "x", FlightStatusCode.INVALID_ARGUMENT, "no body");
        actionRefused("ClearCache", "x", FlightStatusCode.INVALID_ARGUMENT, "no body");
        actionRefused("ListSchemas", "x", FlightStatusCode.INVALID_ARGUMENT, "no body");
        actionRefused("CancelFlight", "x", FlightStatusCode.INVALID_ARGUMENT, "not valid JSON");
        actionRefused("CancelFlight", "{\"id\":\"x\"}", FlightStatusCode.INVALID_ARGUMENT, "{\"requestId\": …}");
        actionRefused("CancelFlight", "{\"requestId\":\"x\"}", FlightStatusCode.NOT_FOUND, "no stream of yours");
    }

    @Test
    void aStreamIsCancelledByItsRequestId() throws Exception {
        CallHeaders headers = new FlightCallHeaders();
        headers.insert("x-request-id", "to-be-cancelled");
        Ticket endless = new Ticket(FlightCalls.ticket("{ endlesses { id } }").getBytes(StandardCharsets.UTF_8));
        try (FlightStream stream = flight.client()
                .getStream(endless, new HeaderCallOption(headers), CallOptions.timeout(60, TimeUnit.SECONDS))) {
            assertThat(Waiting.until(Duration.ofSeconds(20), FlightViewsIT::isCancelled))
                    .isTrue();
            CallStatus status = FlightCalls.status(stream::next);
            assertThat(status.code()).isEqualTo(FlightStatusCode.CANCELLED);
            assertThat(status.description()).contains("CancelFlight");
        }
        assertThat(ConfigProbes.metric(server, "fraiseql_flight_streams_total{end=\"cancelled\"}"))
                .isEqualTo(1);
    }

    /** The stream may not have begun yet. */
    private static boolean isCancelled() {
        try {
            JsonNode answer = perform("CancelFlight", "{\"requestId\":\"to-be-cancelled\"}")
                    .get(0);
            return answer.get("cancelled").asInt() == 1;
        } catch (FlightRuntimeException e) {
            assertThat(e.status().code()).isEqualTo(FlightStatusCode.NOT_FOUND);
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoMayOnlyRunTrustedDocumentsLearnsNothing() throws Exception {
        try (DistributionServer trusted = database.serveAlone("flight.port=0", "graphql.trustedDocuments=require");
                FlightCalls calls = new FlightCalls(trusted)) {
            CallStatus listed = FlightCalls.status(
                    () -> calls.client().listFlights(Criteria.ALL).forEach(info -> {}));
            assertThat(listed.code()).isEqualTo(FlightStatusCode.UNAUTHORIZED);
            assertThat(calls.refusal("{\"type\":\"OptimizedView\",\"view\":\"ta_sale\"}")
                            .code())
                    .isEqualTo(FlightStatusCode.UNAUTHORIZED);
        }
        try (DistributionServer closed = database.serveAlone("flight.port=0", "graphql.introspection=false");
                FlightCalls calls = new FlightCalls(closed)) {
            CallStatus listed = FlightCalls.status(
                    () -> calls.client().doAction(new Action("ListSchemas")).forEachRemaining(result -> {}));
            assertThat(listed.code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
            assertThat(calls.rows("{\"type\":\"OptimizedView\",\"view\":\"ta_sale\"}"))
                    .isEqualTo(5);
        }
    }

    private static List<JsonNode> perform(String action, String body) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        var results = flight.client().doAction(new Action(action, body.getBytes(StandardCharsets.UTF_8)));
        while (results.hasNext()) {
            Result result = results.next();
            answers.add(MAPPER.readTree(result.getBody()));
        }
        return answers;
    }

    private static void actionRefused(String action, String body, FlightStatusCode code, String message) {
        CallStatus status = FlightCalls.status(() -> perform(action, body));
        assertThat(status.code()).as(action + status.description()).isEqualTo(code);
        assertThat(status.description()).contains(message);
    }
}
