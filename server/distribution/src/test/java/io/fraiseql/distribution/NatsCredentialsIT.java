package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestNats;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real NATS whose users have files of credentials, with the action {@code nats} of the shipped server. */
class NatsCredentialsIT {

    private static final String RULE = """
            rules:
              - name: told
                entity: Ticket
                event: INSERT
                retry: {max_attempts: 2, initial_delay_ms: 100}
                actions: [{type: nats, subject: "tickets.new", body: "{{ id }}"}]
            """;

    @TempDir
    private Path folder;

    @Test
    void whoHasCredentialsIsLetIn() throws Exception {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE);
        rules.configure(RULE);
        NatsOperator operator = new NatsOperator();
        String right = operator.credentials();
        try (TestNats nats = TestNats.start(operator.settings());
                TestStream stream = TestStream.create(options(nats, right), "tickets", "tickets.>")) {
            assertThat(rules.folder().refuse(settings(nats, "none of these")).err())
                    .contains("credentials of NATS: this is not what is in a .creds file")
                    .doesNotContain("none of these");
            letsNobodyIn(rules, nats, new NatsOperator().credentials());
            try (DistributionServer server = rules.folder().serve(settings(nats, right))) {
                ServedRules.create(server, 2, "");
                BaseWebhookIT.await(() -> stream.messages().size() == 1);
                assertThat(stream.messages()).extracting(TestStream::body).isEqualTo(List.of("2"));
            }
        }
    }

    /** Nothing of the credentials is shown. */
    private void letsNobodyIn(ServedRules rules, TestNats nats, String credentials) throws Exception {
        try (DistributionServer server = rules.folder().serve(settings(nats, credentials))) {
            ServedRules.create(server, 1, "");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            String shown = BaseWebhookIT.dlq(rules, "list") + server.output();
            assertThat(shown).contains("no stream of " + nats.url(), "Authorization Violation");
            assertThat(credentials.lines().filter(NatsCredentialsIT::isSecret))
                    .hasSize(2)
                    .noneMatch(shown::contains);
        }
    }

    private static boolean isSecret(String line) {
        return line.matches("[A-Za-z0-9._-]{20,}") && !line.startsWith("-");
    }

    private String[] settings(TestNats nats, String credentials) throws Exception {
        Path file = Files.writeString(folder.resolve("shop.creds"), credentials);
        return new String[] {
            "plugins.transport-nats.nats.servers=[\"" + nats.url() + "\"]",
            "plugins.transport-nats.nats.credentials=${file:" + file + "}"
        };
    }

    private static Options.Builder options(TestNats nats, String credentials) {
        return Options.builder()
                .server(nats.url())
                .authHandler(Nats.staticCredentials(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
