package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestNats;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action {@code nats} of the shipped server, with a real NATS. */
class NatsActionIT {

    private static final String RULE = """
            rules:
              - name: told
                entity: Ticket
                event: INSERT
                retry: {max_attempts: 100, initial_delay_ms: 100, max_delay_ms: 300, backoff: fixed}
                actions: [{type: nats, subject: "tickets.{{ state }}", body: '{"id": {{ id }}, "title": "{{ title }}"}'}]
            """;

    @TempDir
    private Path folder;

    private ServedRules rules() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL);
        rules.configure(RULE);
        return rules;
    }

    private static String servers(TestNats nats) {
        return "plugins.transport-nats.nats.servers=[\"" + nats.url() + "\"]";
    }

    @Test
    void aMessageIsInTheStreamForEachWrite() throws Exception {
        ServedRules rules = rules();
        try (TestNats nats = TestNats.start();
                TestStream stream = TestStream.create(nats.url(), "tickets", "tickets.>");
                DistributionServer server = rules.folder().serve(servers(nats))) {
            ServedRules.mutate(server, "createTicket(input: {id: 1, title: \"a \\\"b\\\"\", state: \"new\"}) { id }");
            BaseWebhookIT.await(() -> stream.messages().size() == 1);
            MessageInfo message = stream.messages().get(0);
            assertThat(message.getSubject()).isEqualTo("tickets.new");
            assertThat(TestStream.body(message)).isEqualTo("{\"id\": 1, \"title\": \"a \\\"b\\\"\"}");
            assertThat(TestStream.id(message)).endsWith(".told");
            ServedRules.create(server, 2, ", state: \"any >\"");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(BaseWebhookIT.dlq(rules, "list")).contains("'tickets.any >' is no subject to publish to");
            assertThat(ServedLog.metrics(server))
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"nats\"} 1.0");
        }
    }

    /** NATS is killed while it takes messages: none is lost, and none is there twice. */
    @Test
    void nothingIsLostOrDoubledWhenNatsIsKilled() throws Exception {
        ServedRules rules = rules();
        try (TestNats nats = TestNats.start();
                TestStream stream = TestStream.create(nats.url(), "tickets", "tickets.>");
                DistributionServer server = rules.folder().serve(servers(nats), "observers.circuit.enabled=false")) {
            for (int id = 1; id <= 60; id++) {
                ServedRules.create(server, id, ", state: \"new\"");
                if (id % 20 == 10) {
                    nats.kill();
                } else if (id % 20 == 15) {
                    nats.startAgain();
                }
            }
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            BaseWebhookIT.await(() -> stream.messages().size() >= 60);
            assertThat(stream.messages().stream().map(TestStream::body))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 60)
                            .mapToObj(id -> "{\"id\": %d, \"title\": \"T%d\"}".formatted(id, id))
                            .toList());
        }
    }

    /** NATS is not there when the server starts; a wrong password is something to be tried again. */
    @Test
    void natsMayComeLaterAndAskForAPassword() throws Exception {
        ServedRules rules = rules();
        try (TestNats nats = TestNats.start("authorization {user: shop, password: secret}")) {
            nats.kill();
            try (DistributionServer server = rules.folder()
                    .serve(
                            servers(nats),
                            "plugins.transport-nats.nats.user=shop",
                            "plugins.transport-nats.nats.password=secret")) {
                ServedRules.create(server, 1, ", state: \"new\"");
                rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
                assertThat(HttpAnswer.get(server.adminPort(), "/healthcheck").body())
                        .contains("\"actions\":{\"healthy\":false", "nats: " + nats.url() + " does not answer");
                nats.startAgain();
                try (TestStream stream =
                        TestStream.create(nats.url().replace("//", "//shop:secret@"), "tickets", "tickets.>")) {
                    BaseWebhookIT.await(() -> stream.messages().size() == 1);
                }
            }
        }
        assertThat(rules.folder().check("plugins.transport-nats.nats.user=shop").err())
                .contains("user and password go together");
        assertThat(rules.folder().check("plugins.transport-nats.nats.server=x").err())
                .contains("plugins.transport-nats.nats.server", "servers");
    }

    @Test
    void overTlsOnlyWhoIsTrustedGetsMessages() throws Exception {
        ServedRules rules = rules();
        TestCertificate certificate = TestCertificate.make(folder);
        String tls = "tls {cert_file: \"" + certificate.certificate() + "\", key_file: \"" + certificate.key() + "\"}";
        try (TestNats nats = TestNats.start("allow_non_tls: true", tls);
                TestStream stream = TestStream.create(nats.url(), "tickets", "tickets.>")) {
            String servers = servers(nats).replace("nats://", "tls://");
            try (DistributionServer server = rules.folder().serve(servers)) {
                ServedRules.create(server, 1, ", state: \"new\"");
                rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE attempt > 0");
            }
            assertThat(stream.messages()).isEmpty();
            String trusted = "plugins.transport-nats.nats.certificates=" + certificate.certificate();
            try (DistributionServer server = rules.folder().serve(servers, trusted)) {
                BaseWebhookIT.await(() -> stream.messages().size() == 1);
                assertThat(server.output()).doesNotContain("gave up");
            }
        }
    }
}
