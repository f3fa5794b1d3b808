package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestNats;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamConfiguration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The event log in a stream of a real NATS: servers that put it there and servers that follow the rules from there, each a process. */
class BridgeIT extends BaseBridgeIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of("observers.topology", "observers.transport");

    private static final Pattern KEY = Pattern.compile("\"key\":\"(\\d+)\"");
    private static final String STREAM = "fraiseql";
    private static final int ROWS = 6;
    private static final int UPDATES = 9;

    /** A bridge, a worker and NATS are killed while the endpoint is down, so that much is tried again. */
    @Test
    void everyEventIsDoneInTheOrderOfItsRowWhoeverIsKilled() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, any("all", "/all"));
        try (TestNats nats = TestNats.start();
                TestStream stream = TestStream.at(nats.url(), STREAM)) {
            DistributionProcess first = rules.folder().serveProcess(bridge(nats));
            DistributionProcess mortal = rules.folder().serveProcess(workers(nats));
            try (DistributionProcess second = rules.folder().serveProcess(bridge(nats));
                    DistributionProcess lasting = rules.folder().serveProcess(workers(nats))) {
                for (int id = 1; id <= ROWS; id++) {
                    ServedRules.create(first, id, ", state: \"0\"");
                }
                for (int update = 1; update <= UPDATES; update++) {
                    DistributionProcess writer = update < UPDATES / 3 ? first : second;
                    for (int id = 1; id <= ROWS; id++) {
                        update(writer, id, update);
                    }
                    switch (update) {
                        case 1 -> receiver.answer("/all", 503, "");
                        case UPDATES / 3 -> first.kill();
                        case UPDATES / 3 + 1 -> mortal.kill();
                        case UPDATES / 3 + 2 -> nats.kill();
                        case UPDATES / 3 + 4 -> nats.startAgain();
                        case UPDATES / 3 + 5 -> receiver.answer("/all", 204, "");
                        default -> {}
                    }
                }
                int events = ROWS * (UPDATES + 1);
                await(() -> ids("/all").size() == events);
                for (int id = 1; id <= ROWS; id++) {
                    assertThat(positions(id)).isSorted();
                }
                streamHasTheLog(stream, events);
                assertThat(ServedLog.metrics(second)).contains("fraiseql_outbox_lag_seconds{cursor=\"bridge\"}");
                assertThat(HttpAnswer.get(lasting.adminPort(), "/healthcheck").body())
                        .contains("\"transport\":{\"healthy\":true");
            } finally {
                first.close();
                mortal.close();
            }
        }
    }

    /** Of one row, in the order in which they came. */
    private List<Long> positions(int id) {
        return positions(receiver.at("/all").stream()
                .filter(one -> found(KEY, one.body()).equals(Integer.toString(id)))
                .toList());
    }

    private static void streamHasTheLog(TestStream stream, int events) {
        List<MessageInfo> messages = stream.messages();
        assertThat(messages.stream()
                        .map(message -> position(TestStream.body(message)))
                        .toList())
                .hasSize(events)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.getSubject()).matches("fraiseql\\.-\\.Ticket\\.(insert|update)\\.p0[0-3]");
            assertThat(TestStream.body(message)).contains(TestStream.id(message));
        });
    }

    @Test
    void deadLettersAreTriedAgainByWhoeverWorks() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, rule("down", "bad", "/down", retry(2, "")));
        receiver.answer("/down", 503, "");
        try (TestNats nats = TestNats.start();
                DistributionServer bridge = rules.folder().serve(bridge(nats));
                DistributionServer worker = rules.folder().serve(workers(nats))) {
            ServedRules.create(bridge, 1, ", state: \"bad\"");
            ServedRules.create(bridge, 2, ", state: \"fine\"");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(receiver.at("/down").stream().map(one -> one.header("webhook-attempt")))
                    .containsExactly("1", "2");
            dlq(rules, "retry-all");
            await(() -> receiver.at("/down").size() == 4);
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            receiver.answer("/down", 200, "");
            dlq(rules, "retry-all");
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(ids("/down")).hasSize(1);
            assertThat(receiver.at("/down")).hasSize(5);
            assertThat(ServedLog.metrics(worker)).contains("\nfraiseql_observer_events_processed_total 2.0");
        }
    }

    /** With room for nothing but numbers of dead letters in a message. */
    @Test
    void whatIsTooLargeForAMessageIsDoneFromTheDatabase() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, any("all", "/all"));
        try (TestNats nats = TestNats.start("max_payload: 4200");
                DistributionServer bridge = rules.folder().serve(bridge(nats));
                DistributionServer worker = rules.folder().serve(workers(nats))) {
            ServedRules.create(bridge, 1, ", state: \"new\"");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(dlq(rules, "list")).contains("bytes, and the transport takes 104; retry it");
            assertThat(receiver.at("/all")).isEmpty();
            dlq(rules, "retry-all");
            await(() -> receiver.at("/all").size() == 1);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(ServedLog.metrics(worker))
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"webhook\"} 1.0");
        }
    }

    /** NATS bounds the length of a subject, which has the names of organisation and entity. */
    @Test
    void whateverOthersWriteTheNextEventsGoOn() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, any("all", "/all"));
        try (TestNats nats = TestNats.start();
                DistributionServer bridge = rules.folder().serve(bridge(nats));
                DistributionServer worker = rules.folder().serve(workers(nats))) {
            rules.folder()
                    .fill(
                            "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, org_id, created_at)"
                                    + " VALUES (gen_random_uuid(), 'Ticket', '80', 'INSERT', '{\"id\": 80}', repeat('\u0436', 700), now()),"
                                    + " (gen_random_uuid(), repeat('\u0436.*> ', 900), '80', 'INSERT', '{\"id\": 80}', '*', now())");
            ServedRules.create(bridge, 1, "");
            await(() -> receiver.at("/all").size() == 2);
            assertThat(receiver.at("/all").stream().map(one -> found(KEY, one.body())))
                    .containsExactlyInAnyOrder("80", "1");
            assertThat(worker.output()).doesNotContain("gave up");
        }
    }

    /** Servers of two topologies on one database would both do everything. */
    @Test
    void aServerOfAnotherTopologyWaits() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, any("all", "/all"));
        try (TestNats nats = TestNats.start();
                DistributionServer worker = rules.folder().serve(workers(nats))) {
            DistributionServer bridge = rules.folder().serve(bridge(nats));
            try (DistributionServer embedded = rules.folder().serve(SHORT_LEASE)) {
                ServedRules.awaitOutput(
                        embedded, "another server on this database has the cursor 'bridge'", "observers.topology");
                ServedRules.create(embedded, 1, "");
                await(() -> receiver.at("/all").size() == 1);
                rules.await(0, "SELECT COUNT(*) FROM fraiseql_event_cursor WHERE name = 'observers'");
                bridge.close();
                rules.await(
                        1, "SELECT COUNT(*) FROM fraiseql_event_cursor WHERE name = 'observers' AND owner IS NOT NULL");
                ServedRules.create(embedded, 2, "");
                await(() -> receiver.at("/all").size() == 2);
                assertThat(ids("/all")).hasSize(2);
                assertThat(worker.output()).doesNotContain("gave up");
            } finally {
                bridge.close();
            }
        }
    }

    /** An event that kills whoever takes it, or that nobody ends, is given up after that many times. */
    @Test
    void whatNobodyEndsIsADeadLetter() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, any("held", "/held"), rule("fine", "fine", "/fine", ""));
        String[] settings = {"plugins.transport-nats.jetstream.maxDeliver=1"};
        try (TestNats nats = TestNats.start();
                DistributionServer bridge = rules.folder().serve(bridge(nats))) {
            try (DistributionProcess killed = rules.folder().serveProcess(workers(nats, settings))) {
                ServedRules.create(bridge, 1, ", state: \"new\"");
                await(() -> receiver.holding() == 1);
                killed.kill();
            }
            try (DistributionServer next = rules.folder().serve(workers(nats, settings))) {
                rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
                assertThat(dlq(rules, "list")).contains("the processes that took it never said how it went");
                receiver.release();
                ServedRules.create(bridge, 2, ", state: \"fine\"");
                await(() -> receiver.at("/fine").size() == 1);
                assertThat(next.output()).contains("the rule 'held' gave up on");
            }
        }
    }

    @Test
    void aDatabaseOfOneProcessHasNoOthers() throws Exception {
        ServedRules rules = rules(TestDatabase.SQLITE, rule("fine", "fine", "/fine", ""));
        try (TestNats nats = TestNats.start()) {
            for (Distribution.Ended ended :
                    List.of(rules.folder().refuse(bridge(nats)), rules.folder().check(bridge(nats)))) {
                assertThat(ended.exitCode()).isEqualTo(2);
                assertThat(ended.err())
                        .contains(
                                "observers.topology is bridge, which needs a database that several processes write to");
            }
        }
    }

    @Test
    void whatIsNotAsConfiguredIsRefusedByName() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, rule("fine", "fine", "/fine", ""));
        assertThat(rules.folder().check("observers.topology=bridge").err())
                .contains("transport must name what carries the events");
        assertThat(rules.folder().check("observers.transport=jetstream").err())
                .contains("transport is used with the topologies bridge and workers only");
        assertThat(rules.folder()
                        .check("observers.topology=bridge", "observers.transport=jetstreams")
                        .err())
                .contains("observers.transport", "is no transport", "did you mean 'jetstream'?");
        assertThat(rules.folder()
                        .check("plugins.transport-nats.jetstream.stream=x")
                        .err())
                .contains("configures a transport that is not used; set observers.transport to jetstream");
        try (TestNats nats = TestNats.start();
                TestStream stream = TestStream.create(nats.url(), STREAM, "fraiseql.>")) {
            assertThat(rules.folder().refuse(bridge(nats)).err())
                    .contains("the stream 'fraiseql' is not as plugins.transport-nats.jetstream says: subjects is");
            assertThat(rules.folder().check(workers(nats, "events.roles=[api]")).err())
                    .contains("events.roles", "must have workers for observers.topology workers");
            stream.management().deleteStream(STREAM);
            try (DistributionServer bridge = rules.folder().serve(bridge(nats))) {
                assertThat(bridge.output()).doesNotContain("ERROR");
            }
            StreamConfiguration made = stream.management().getStreamInfo(STREAM).getConfiguration();
            assertThat(made.getDescription()).isEqualTo("Events of FraiseQL in 4 partitions");
        }
    }
}
