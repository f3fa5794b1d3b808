package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscribers hear of the writes of the shipped server, and of others. */
@Timeout(180)
class SubscriptionsIT {

    private static final String[] QUICK = {"events.log.pollInterval=200ms", "events.log.lease=1s"};
    private static final String ALL = "subscription { ticketChanged(after: 0) { id title state price } }";
    private static final String CLOSED =
            "subscription { ticketUpdated(where: {state: {eq: \"closed\"}, price: {gt: \"9.5\"}}) { id is: state __typename } }";

    @TempDir
    private Path folder;

    /** Writes by several clients at once, of which every event comes once and in the order of the log, chosen by what clients ask. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void everyWriteIsHeardOnce(TestDatabase database) throws Exception {
        Matrix.assumeRuns(database, TestDatabase.MARIADB);
        ServedRules tickets = ServedRules.create(folder, database);
        try (DistributionServer server = tickets.folder().serve(QUICK);
                TestingSocket socket = TestingSocket.initialised(server)) {
            socket.subscribe("closed", CLOSED).subscribe("all", ALL);
            try (TestingEventStream stream = TestingEventStream.open(server, CLOSED)) {
                awaitActive(server, 3);
                write(server, 3, 15);
                ServedRules.mutate(server, "updateTicket(id: 1, set: {state: \"closed\", price: \"9.5\"}) { id }");
                ServedRules.mutate(server, "updateTicket(id: 2, set: {state: \"closed\", price: \"10\"}) { id }");
                ServedRules.mutate(server, "updateTicket(id: 3, set: {state: null, price: \"10\"}) { id }");
                ServedRules.mutate(server, "deleteTicket(id: 2) { id }");
                socket.awaitResults("all", 49);
                assertThat(socket.positions("all")).containsExactlyElementsOf(positions(1, 49));
                assertThat(socket.results("all").get(48).toString())
                        .startsWith(
                                "{\"data\":{\"ticketChanged\":{\"id\":2,\"title\":\"T2\",\"state\":\"closed\",\"price\":\"10.00\"}},"
                                        + "\"extensions\":{\"event\":{\"id\":\"")
                        .endsWith("\"position\":\"49\",\"type\":\"DELETE\"}}}");
                assertThat(socket.results("closed")).hasSize(1);
                assertThat(stream.await("id: ", 1)).containsExactly("47");
                assertThat(stream.await("data: ", 1).get(0))
                        .startsWith(
                                "{\"data\":{\"ticketUpdated\":{\"id\":2,\"is\":\"closed\",\"__typename\":\"Ticket\"}}");
            }
            socket.send("{\"id\":\"closed\",\"type\":\"complete\"}").send("{\"type\":\"ping\"}");
            socket.await(51);
            ServedRules.mutate(server, "updateTicket(id: 4, set: {state: \"closed\", price: \"11\"}) { id }");
            socket.awaitResults("all", 50);
            assertThat(socket.results("closed")).hasSize(1);
        }
    }

    /** The server is killed while it writes and tells; whoever goes on behind what he has, misses nothing and gets nothing twice. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void afterAKillClientsGoOnWhereTheyWere(TestDatabase database) throws Exception {
        Matrix.assumeRuns(database, TestDatabase.SQLITE);
        ServedRules tickets = ServedRules.create(folder, database);
        List<Long> heard = new ArrayList<>();
        long first;
        try (DistributionProcess server = tickets.folder().serveProcess(QUICK);
                TestingSocket socket = TestingSocket.initialised(server)) {
            socket.subscribe("all", ALL);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeUntilRefused(server));
            socket.awaitResults("all", 40);
            server.kill();
            writing.get(60, TimeUnit.SECONDS);
            heard.addAll(socket.positions("all"));
            first = heard.get(heard.size() - 1);
        }
        try (DistributionServer server = tickets.folder().serve(QUICK);
                TestingSocket socket = TestingSocket.initialised(server);
                TestingEventStream stream = TestingEventStream.open(
                        server, "subscription { ticketChanged { id } }", "Last-Event-ID", Long.toString(first))) {
            socket.subscribe("rest", "subscription { ticketChanged(after: \"" + first + "\") { id } }");
            ServedRules.create(server, 100_000, "");
            assertThat(Waiting.until(ServedRules.SOON, () -> hears(socket, 100_000)))
                    .isTrue();
            heard.addAll(socket.positions("rest"));
            int events = tickets.numbers("SELECT COUNT(*) FROM fraiseql_event")
                    .get(0)
                    .intValue();
            assertThat(heard).containsExactlyElementsOf(positions(1, events));
            assertThat(stream.await("id: ", (int) (events - first)))
                    .containsExactlyElementsOf(positions(first + 1, events).stream()
                            .map(String::valueOf)
                            .toList());
            assertThat(server.output()).doesNotContain("ERROR");
        }
    }

    /** Another process wrote, and another program through its own statement. */
    @Test
    void writesOfOthersAreHeard() throws Exception {
        ServedRules tickets = ServedRules.create(folder, TestDatabase.POSTGRESQL);
        try (DistributionServer writer = tickets.folder().serve("events.log.pollInterval=10m", "events.log.lease=1h");
                DistributionServer teller =
                        tickets.folder().serve("events.log.pollInterval=10m", "events.log.lease=1h");
                TestingSocket socket = TestingSocket.initialised(teller)) {
            socket.subscribe("all", ALL);
            awaitActive(teller, 1);
            ServedRules.create(writer, 1, "");
            tickets.folder()
                    .fill("INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, created_at) VALUES"
                            + " ('0d9e0a5c-0000-4000-8000-000000000001', 'Ticket', '9', 'CUSTOM', '{\"id\": 9}', '2026-01-01 00:00:00');"
                            + " NOTIFY fraiseql_event");
            ServedRules.create(writer, 2, "");
            List<JsonNode> results = socket.awaitResults("all", 3);
            assertThat(socket.positions("all")).containsExactly(1L, 2L, 3L);
            assertThat(results.get(1).at("/data/ticketChanged").isNull()).isTrue();
            assertThat(results.get(1).at("/errors/0/message").asText()).contains("title");
            assertThat(results.get(1).at("/errors/0/path/0").asText()).isEqualTo("ticketChanged");
        }
    }

    static void awaitActive(DistributionServer server, int count) {
        assertThat(Waiting.until(ServedRules.SOON, () -> ServedLog.metrics(server)
                        .contains("\nfraiseql_subscriptions_active " + count + ".0")))
                .isTrue();
    }

    private static boolean hears(TestingSocket socket, int id) {
        return socket.results("rest").stream()
                .anyMatch(result -> result.at("/data/ticketChanged/id").asInt() == id);
    }

    private static List<Long> positions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static void write(DistributionServer server, int clients, int each) throws Exception {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int begin = client * each + 1;
            all.add(CompletableFuture.runAsync(() -> {
                try {
                    for (int id = begin; id < begin + each; id++) {
                        ServedRules.create(server, id, "");
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }

    private static void writeUntilRefused(DistributionServer server) {
        for (int id = 1; id < 100_000; id++) {
            try {
                ServedRules.create(server, id, "");
            } catch (IOException e) {
                return;
            }
        }
    }
}
