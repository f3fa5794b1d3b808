package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** graphql-transport-ws and GraphQL over SSE to the letter, on one server that is stopped at the end. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SubscriptionProtocolIT {

    private static final Path CHECKS = Path.of("src", "test", "resources", "subscription_checks.mjs");
    private static final String INIT = "{\"type\":\"connection_init\",\"payload\":{}}";

    /** As http.maxBody is when it is not given, and a little. */
    private static final int MORE_THAN_BODIES = (1 << 20) + 1;

    @TempDir
    private static Path folder;

    private static DistributionProcess server;

    @BeforeAll
    static void serve() throws IOException {
        server = ServedRules.create(folder, TestDatabase.SQLITE)
                .folder()
                .serveProcess(
                        "events.log.pollInterval=200ms",
                        "http.subscriptions.keepAlive=1s",
                        "http.cors.origins=[https://app.example.com]");
        ServedRules.create(server, 1, ", state: \"open\", price: \"1.5\"");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | 4400 Invalid message: the message is not valid JSON at byte 1",
                "[] | 4400 Invalid message: the message must be a JSON object",
                "{\"type\":\"conection_init\"} | 4400 Invalid message: \"type\" must be one of connection_init, ping, pong, subscribe, "
                        + "complete; did you mean connection_init?",
                "{\"type\":\"ping\",\"id\":\"1\"} | 4400 Invalid message: a message of type ping has no \"id\"",
                "{\"type\":\"ping\",\"payload\":1} | 4400 Invalid message: \"payload\" must be an object",
                "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{}} | 4400 Invalid message: \"id\" must be a string that is not empty",
                "{\"type\":\"subscribe\",\"id\":\"1\"} | 4400 Invalid message: \"payload\" must be an object with the query",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ tickets { id } }\"}} | 4401 Unauthorized",
            })
    void aMessageThatIsNoneClosesTheSocket(String message, String closed) {
        try (TestingSocket socket = TestingSocket.open(server)) {
            assertThat(socket.send(message).awaitClose()).isEqualTo(closed);
        }
    }

    @Test
    void aBinaryMessageClosesTheSocket() {
        try (TestingSocket socket = TestingSocket.open(server)) {
            socket.sendBinary();
            assertThat(socket.awaitClose()).isEqualTo("4400 Invalid message: messages are texts");
        }
    }

    @Test
    void whatIsDoneTwiceClosesTheSocket() {
        try (TestingSocket socket = TestingSocket.initialised(server)) {
            assertThat(socket.send(INIT).awaitClose()).isEqualTo("4429 Too many initialisation requests");
        }
        try (TestingSocket socket = TestingSocket.initialised(server)) {
            socket.subscribe("same", "subscription { ticketUpdated { id } }");
            assertThat(socket.subscribe("same", "{ tickets { id } }").awaitClose())
                    .isEqualTo("4409 Subscriber for same already exists");
        }
    }

    @Test
    void queriesAndMutationsRunOverASocket() {
        try (TestingSocket socket = TestingSocket.initialised(server)) {
            socket.subscribe("m", "mutation { createTicket(input: {id: 2, title: \"two\"}) { id } }");
            assertThat(socket.await(3).toString())
                    .contains(
                            "{\"id\":\"m\",\"type\":\"next\",\"payload\":{\"data\":{\"createTicket\":{\"id\":2}}}}",
                            "{\"id\":\"m\",\"type\":\"complete\"}");
            socket.subscribe("m", "{ tickets(where: {id: {eq: 2}}) { title } }");
            assertThat(socket.await(5).get(3).toString()).contains("[{\"title\":\"two\"}]");
            socket.subscribe("m", "{ tickets { none } }");
            assertThat(socket.await(6).get(5).toString())
                    .startsWith("{\"id\":\"m\",\"type\":\"error\",\"payload\":[{\"message\":")
                    .contains("GRAPHQL_VALIDATION_FAILED");
        }
    }

    @Test
    void onlyMutationsMayBeLargerThanOtherBodies() throws Exception {
        try (TestingSocket socket = TestingSocket.initialised(server)) {
            for (String read : List.of("{ tickets { id } }", "subscription { ticketUpdated { id } }", "{ none }")) {
                int before = socket.messages().size();
                socket.send(large("r", read));
                assertThat(socket.await(before + 1).get(before).toString())
                        .startsWith("{\"id\":\"r\",\"type\":\"error\",\"payload\":[{\"message\":"
                                + "\"The request body is larger than 1048576 bytes (http.maxBody)\"")
                        .contains("\"code\":\"PAYLOAD_TOO_LARGE\"");
            }
            socket.send(large("w", "mutation { updateTicket(id: 1, set: {state: \"open\"}) { id } }"));
            assertThat(socket.awaitResults("w", 1).toString()).contains("{\"updateTicket\":{\"id\":1}}");
        }
        String document = "{\"query\":\"subscription { ticketUpdated { id } } #" + "x".repeat(MORE_THAN_BODIES) + "\"}";
        HttpRequest streamed = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        HttpResponse<String> refused = HttpClient.newHttpClient().send(streamed, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
    }

    private static String large(String id, String document) {
        return "{\"id\":\"%s\",\"type\":\"subscribe\",\"payload\":{\"query\":\"%s\",\"extensions\":{\"padding\":\"%s\"}}}"
                .formatted(id, document.replace("\"", "\\\""), "x".repeat(MORE_THAN_BODIES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ticketChanged { nothing } | has no field",
                "ticketChanged { id } ticketUpdated { id } | one root field",
                "ticketChanged(wher: {}) { id } | wher",
                "ticketChanged(after: -1) { id } | 0 or more",
                "ticketChanged(after: 1000000) { id } | the log ends at",
                "ticketChanged(where: null) { id } | 'where' is null",
                "ticketChanged(where: {id: {eq: null}}) { id } | use {isNull: true}",
                "ticketChanged(where: {title: {regex: `a`}}) { id } | 'title.regex' is for the database",
                "ticketChanged(where: {title: {like: `a\\\\`}}) { id } | escape character",
                "ticketChanged(where: {price: {eq: `x`}}) { id } | expected a Decimal",
            })
    void whatCannotBeAnsweredIsRefused(String selection, String message) {
        try (TestingSocket socket = TestingSocket.initialised(server)) {
            socket.subscribe("s", "subscription { " + selection.replace('`', '"') + " }");
            assertThat(socket.await(2).get(1).toString())
                    .contains("\"type\":\"error\"")
                    .contains(message);
        }
    }

    @Test
    void pagesOfOthersMayNotConnect() {
        assertThat(connects("https://evil.example.com")).isFalse();
        assertThat(connects("https://app.example.com")).isTrue();
        assertThat(connects("http://127.0.0.1:" + server.port())).isTrue();
    }

    private static boolean connects(String origin) {
        try {
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", origin)
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/graphql"), new WebSocket.Listener() {})
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join()
                    .abort();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    @Test
    void operationsAreStreamsWhereAClientWantsThem() throws Exception {
        try (TestingEventStream stream = TestingEventStream.open(server, "{ tickets(where: {id: {eq: 1}}) { id } }")) {
            assertThat(stream.awaitEnd())
                    .containsSubsequence(
                            "event: next", "data: {\"data\":{\"tickets\":[{\"id\":1}]}}", "event: complete", "data:");
        }
        try (TestingEventStream stream = TestingEventStream.open(server, "{ ticket }")) {
            assertThat(stream.status()).isEqualTo(400);
        }
        try (TestingEventStream stream =
                TestingEventStream.open(server, "subscription { ticketChanged { id } }", "Last-Event-ID", "x")) {
            assertThat(stream.status()).isEqualTo(400);
        }
        assertThat(HttpAnswer.query(server.port(), "subscription { ticketChanged { id } }")
                        .body())
                .contains("text/event-stream");
    }

    /** The stream has begun by the time that the log is asked. */
    @Test
    void aPositionThatTheLogDoesNotHaveIsAnErrorThatProgramsKnowAndIsCounted() throws Exception {
        String counted = "fraiseql_graphql_errors_total{code=\"POSITION_OUT_OF_RANGE\"} ";
        double before = value(counted);
        try (TestingEventStream stream =
                TestingEventStream.open(server, "subscription { ticketChanged(after: 1000000) { id } }")) {
            assertThat(stream.awaitEnd().toString())
                    .contains(
                            "event: next",
                            "\"code\":\"POSITION_OUT_OF_RANGE\"",
                            "read the rows anew and begin after",
                            "event: complete");
        }
        assertThat(value(counted)).isEqualTo(before + 1);
    }

    private static double value(String metric) {
        return ServedLog.metrics(server)
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length())))
                .sum();
    }

    @Test
    void theSchemaShowsSubscriptions() throws IOException {
        assertThat(HttpAnswer.query(
                                server.port(),
                                "{ __schema { subscriptionType { name fields { name description args { name } type { name } } } } }")
                        .body())
                .contains(
                        "{\"name\":\"ticketUpdated\",\"description\":\"What was changed.\",\"args\":[{\"name\":\"where\"},"
                                + "{\"name\":\"after\"}],\"type\":{\"name\":\"Ticket\"}}");
        assertThat(HttpAnswer.get(server.port(), "/graphql/schema.graphql").body())
                .contains("type Subscription {", "ticketChanged(");
    }

    /** The libraries that most clients are built on. */
    @Test
    void nodesLibrariesUnderstandTheServer() throws Exception {
        Path modules = TestingNode.clients();
        assumeTrue(Files.isDirectory(modules), "graphql-ws and graphql-sse are not here; scripts/services brings them");
        Path checks = modules.resolveSibling("checks.mjs");
        Files.copy(CHECKS, checks, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path output = folder.resolve("checks.txt");
        Process process = new ProcessBuilder("node", checks.toString(), Integer.toString(server.port()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(said).contains("all checks passed");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whenTheServerStopsClientsAreTold() throws Exception {
        try (TestingSocket socket = TestingSocket.initialised(server);
                TestingEventStream stream = TestingEventStream.open(server, "subscription { ticketUpdated { id } }")) {
            socket.subscribe("s", "subscription { ticketUpdated { id } }");
            SubscriptionsIT.awaitActive(server, 2);
            assertThat(server.stop()).isEqualTo(143);
            assertThat(socket.awaitClose()).isEqualTo("1001 The server is stopping");
            List<String> lines = stream.awaitEnd();
            assertThat(lines).doesNotContain("event: complete").noneMatch(line -> line.startsWith("broken"));
            assertThat(server.output()).doesNotContain("broken off", "ERROR");
        }
    }
}
