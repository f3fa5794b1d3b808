package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of subscriptions, on one server that has small ones, and clients that overstep them while others go on. */
@Timeout(180)
class SubscriptionKeysIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of(
            "http.subscriptions.max",
            "http.subscriptions.maxPerSocket",
            "http.subscriptions.maxWaiting",
            "http.subscriptions.initTimeout",
            "http.subscriptions.keepAlive");

    private static final String IDS = "subscription { ticketChanged { id } }";

    /** Some kilobytes for each event. */
    private static final String LONG = "subscription { ticketChanged { "
            + IntStream.range(0, 45)
                    .mapToObj(i -> "title_of_the_ticket_that_was_changed_" + i + ": title")
                    .collect(Collectors.joining(" "))
            + " } }";

    @TempDir
    private Path folder;

    @Test
    void whoOverstepsABoundIsTurnedAwayAndTheOthersGoOn() throws Exception {
        ServedRules tickets = ServedRules.create(folder, TestDatabase.POSTGRESQL);
        try (DistributionServer server = tickets.folder()
                        .serve(
                                "http.subscriptions.max=42",
                                "http.subscriptions.maxPerSocket=40",
                                "http.subscriptions.maxWaiting=64KiB",
                                "http.subscriptions.initTimeout=400ms",
                                "http.subscriptions.keepAlive=4s");
                TestingSocket steady = TestingSocket.initialised(server)) {
            steady.subscribe("steady", IDS);
            tooMany(server);
            try (TestingSocket silent = TestingSocket.open(server)) {
                assertThat(silent.awaitClose()).isEqualTo("4408 Connection initialisation timeout");
            }
            try (TestingEventStream idle = TestingEventStream.open(server, IDS)) {
                assertThat(idle.await(":", 2)).as("signs of life").hasSizeGreaterThanOrEqualTo(2);
            }
            int written = tooSlow(server);
            dead(server);
            steady.awaitResults("steady", written);
            assertThat(steady.positions("steady")).hasSize(written).isSorted().doesNotHaveDuplicates();
            assertThat(server.output()).doesNotContain("ERROR");
        }
    }

    private static void tooMany(DistributionServer server) {
        try (TestingSocket many = TestingSocket.initialised(server)) {
            for (int i = 0; i < 41; i++) {
                many.subscribe("s" + i, IDS);
            }
            JsonNode refused = many.await(2).get(1);
            assertThat(refused.path("id").asText()).isEqualTo("s40");
            assertThat(refused.toString())
                    .contains("\"type\":\"error\"", "http.subscriptions.maxPerSocket", "OVERLOADED");
            try (TestingSocket other = TestingSocket.initialised(server)) {
                other.subscribe("one", IDS).subscribe("two", IDS);
                assertThat(other.await(2).get(1).toString()).contains("\"id\":\"two\"", "http.subscriptions.max)");
                many.send("{\"id\":\"s7\",\"type\":\"complete\"}");
                SubscriptionsIT.awaitActive(server, 41);
                other.subscribe("two", IDS);
                SubscriptionsIT.awaitActive(server, 42);
            }
        }
        SubscriptionsIT.awaitActive(server, 1);
    }

    /** A client that reads nothing gets 1013 when it reads again. Returns how many rows were written. */
    private static int tooSlow(DistributionServer server) throws Exception {
        try (TestingSocket slow = TestingSocket.stalled(server)) {
            for (int i = 0; i < 40; i++) {
                slow.subscribe("s" + i, LONG);
            }
            SubscriptionsIT.awaitActive(server, 41);
            int id = 0;
            while (!ServedLog.metrics(server).contains("\nfraiseql_subscriptions_active 1.0") && id < 2000) {
                int first = id + 1;
                id += 20;
                ServedRules.mutate(
                        server,
                        IntStream.rangeClosed(first, id)
                                .mapToObj(each -> "t%d: createTicket(input: {id: %d, title: \"slow\"}) { id }"
                                        .formatted(each, each))
                                .collect(Collectors.joining(" ")));
            }
            slow.read();
            assertThat(slow.awaitClose()).startsWith("1013 Too slow").contains("http.subscriptions.maxWaiting");
            return id;
        }
    }

    /** A client that gives no sign of life is cut off. */
    private static void dead(DistributionServer server) {
        try (TestingSocket dead = TestingSocket.stalled(server)) {
            dead.subscribe("s", IDS);
            SubscriptionsIT.awaitActive(server, 2);
            assertThat(Waiting.until(ServedRules.SOON, () -> ServedLog.metrics(server)
                            .contains("clients_ended_total{cause=\"silent\"} 1.0")))
                    .isTrue();
            SubscriptionsIT.awaitActive(server, 1);
        }
    }
}
