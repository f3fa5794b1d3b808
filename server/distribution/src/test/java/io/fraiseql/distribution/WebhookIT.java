package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.WebhookReceiver.Received;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks of the shipped server, from the mutation to an endpoint and back. */
class WebhookIT {

    private static final String CURRENT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PREVIOUS = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String[] SHORT_LEASE = {
        "events.log.lease=1500ms", "events.log.pollInterval=500ms", "observers.actions.webhook.allowedHosts=[127.0.0.1]"
    };

    @TempDir
    private Path folder;

    private WebhookReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /** A rule for the rows of one state, with a webhook to a path. */
    private String rule(String name, String state, String path, String more, String... parameters) {
        return "{\"name\": \"%s\", \"entity\": \"Ticket\", \"event\": \"INSERT\", \"condition\": \"state == '%s'\", %s\"actions\": [{\"type\": \"webhook\", \"url\": \"%s\"%s}]}"
                .formatted(name, state, more, receiver.url(path), String.join("", parameters));
    }

    private static String retry(int attempts, String more) {
        return "\"retry\": {\"max_attempts\": " + attempts + ", \"initial_delay_ms\": 50}, " + more;
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void isSignedRetriedParkedAndSentAgain(TestDatabase database) throws Exception {
        String secrets = ", \"signing_secret\": \"${file:current}\", \"previous_signing_secret\": \"${file:previous}\"";
        ServedRules rules = ServedRules.create(
                folder,
                database,
                rule("signed", "fine", "/signed", "", secrets),
                rule(
                        "shaped",
                        "fine",
                        "/shaped/{{ title }}",
                        "",
                        ", \"method\": \"put\", \"headers\": {\"X-Title\": \"{{ title }}\"}, \"body_template\": \"{\\\"t\\\": \\\"{{ title }}\\\", \\\"n\\\": {{ new | json }}}\""),
                rule("down", "bad", "/down", retry(3, "")),
                rule("never", "bad", "/never", retry(3, "")),
                rule("slow", "bad", "/slow", retry(2, "")),
                rule("quiet", "bad", "/down", retry(1, "\"on_failure\": \"log\", ")),
                rule("loud", "bad", "/down", retry(1, "\"on_failure\": \"alert\", ")));
        rules.folder().distribution().withFile("current", CURRENT).withFile("previous", PREVIOUS);
        receiver.answer("/down", 503, "");
        receiver.answer("/never", 401, "");
        receiver.answer("/slow", 429, "Retry-After: 1");
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            ServedRules.create(server, 1, ", state: \"bad\"");
            ServedRules.mutate(server, "createTicket(input: {id: 2, title: \"a \\\"b\\\"\", state: \"fine\"}) { id }");
            await(() -> receiver.at("/signed").size() == 1
                    && receiver.at("/shaped/a \"b\"").size() == 1);
            isSigned(receiver.at("/signed").get(0));
            isShaped(receiver.at("/shaped/a \"b\"").get(0));
            rules.await(3, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            triedAsTheRulesSay();
            ServedRules.awaitOutput(server, "ALERT: the rule 'loud' gave up", "the rule 'quiet' gave up");
            assertThat(ServedLog.metrics(server))
                    .contains("\nfraiseql_observer_dlq_items 3.0")
                    .contains("\nfraiseql_observer_alerts_total{rule=\"loud\"} 1.0")
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"webhook\"} 2.0")
                    .contains(
                            "\nfraiseql_observer_action_errors_total{action_type=\"webhook\",error_type=\"permanent\"} 1.0")
                    .contains(
                            "\nfraiseql_observer_action_errors_total{action_type=\"webhook\",error_type=\"temporary\"} 7.0");
            lookedAfterByCommand(rules);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
        }
    }

    private static void isSigned(Received webhook) throws GeneralSecurityException, IOException {
        JsonNode event = new ObjectMapper().readTree(webhook.body());
        assertThat(event.path("entity").asText()).isEqualTo("Ticket");
        assertThat(event.path("type").asText()).isEqualTo("INSERT");
        assertThat(event.path("data").path("title").asText()).isEqualTo("a \"b\"");
        String id = webhook.header("webhook-id");
        assertThat(id).isEqualTo(event.path("id").asText() + ".signed").isEqualTo(webhook.header("idempotency-key"));
        String time = webhook.header("webhook-timestamp");
        assertThat(Instant.ofEpochSecond(Long.parseLong(time)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        String signed = id + "." + time + "." + webhook.body();
        assertThat(webhook.header("webhook-signature")).isEqualTo(hmac(CURRENT, signed) + " " + hmac(PREVIOUS, signed));
        assertThat(webhook.header("content-type")).isEqualTo("application/json");
    }

    private static String hmac(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void isShaped(Received webhook) throws IOException {
        assertThat(webhook.method()).isEqualTo("PUT");
        assertThat(webhook.header("X-Title")).isEqualTo("a \"b\"");
        assertThat(webhook.headers()).doesNotContainKey("Webhook-signature");
        JsonNode body = new ObjectMapper().readTree(webhook.body());
        assertThat(body.path("t").asText()).isEqualTo("a \"b\"");
        assertThat(body.path("n").path("id").asInt()).isEqualTo(2);
    }

    private void triedAsTheRulesSay() {
        List<Received> down = receiver.at("/down");
        assertThat(down).hasSize(5);
        assertThat(down.stream().map(one -> one.header("webhook-id")).distinct())
                .hasSize(3);
        assertThat(down.stream().map(one -> one.header("webhook-attempt")).toList())
                .contains("1", "2", "3");
        assertThat(receiver.at("/never")).hasSize(1);
        List<Received> slow = receiver.at("/slow");
        assertThat(slow).hasSize(2);
        assertThat(Duration.ofNanos(slow.get(1).nanos() - slow.get(0).nanos())).isGreaterThan(Duration.ofMillis(950));
    }

    private void lookedAfterByCommand(ServedRules rules) throws IOException {
        receiver.answer("/down", 200, "");
        String list = dlq(rules, "list");
        assertThat(list)
                .contains("id", ":down", ":never", ":slow", "INSERT Ticket 1", "127.0.0.1 answered with status 401");
        JsonNode letter = new ObjectMapper()
                .readTree(dlq(rules, "list", "--rule", "down", "--format", "json"))
                .path("deadLetters")
                .get(0);
        assertThat(letter.path("history")).hasSize(3);
        assertThat(letter.path("event").path("data").path("id").asInt()).isEqualTo(1);
        String id = letter.path("id").asText();
        assertThat(dlq(rules, "show", "--id", id)).contains("history", "webhook 3: 127.0.0.1 answered with status 503");
        assertThat(dlq(rules, "stats")).matches("(?s)down +1\nnever +1\nslow +1\nall +3\n");
        assertThat(dlq(rules, "retry", "--id", id)).isEqualTo("1 to be tried again\n");
        await(() -> receiver.at("/down").size() == 6);
        Received again = receiver.at("/down").get(5);
        assertThat(again.header("webhook-id")).endsWith(".down");
        assertThat(dlq(rules, "remove", "--id", id.replace("down", "slow"))).isEqualTo("1 removed\n");
        receiver.answer("/never", 200, "");
        assertThat(dlq(rules, "retry-all", "--rule", "never")).isEqualTo("1 to be tried again\n");
        await(() -> receiver.at("/never").size() == 2);
        Distribution.Ended none = rules.folder().distribution().run("dlq", "show", "config.yml", "--id", "1:nobody");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("there is no dead letter 1:nobody");
    }

    private static String dlq(ServedRules rules, String action, String... options) throws IOException {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "dlq";
        arguments[1] = action;
        arguments[2] = "config.yml";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return rules.folder().succeed(arguments).out();
    }

    /** The server is killed while an endpoint has not answered: the event comes again when the lease is over, with the id by which it is known. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void comesAgainAfterAKillAndIsKnownByItsId(TestDatabase database) throws IOException {
        ServedRules rules = ServedRules.create(
                folder,
                database,
                rule("held", "held", "/held", "\"timeout_ms\": 60000, ")
                        .replace(
                                "\"actions\": [",
                                "\"actions\": [{\"type\": \"webhook\", \"url\": \"" + receiver.url("/first") + "\"}, "),
                rule("fine", "fine", "/fine", ""));
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            ServedRules.create(server, 1, ", state: \"fine\"");
            ServedRules.create(server, 2, ", state: \"held\"");
            await(() -> receiver.holding() == 1 && receiver.at("/fine").size() == 1);
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            ServedRules.create(server, 3, ", state: \"fine\"");
            server.kill();
        }
        long killed = System.nanoTime();
        receiver.release();
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            await(() -> receiver.at("/held").size() == 2 && receiver.at("/fine").size() >= 2);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(Duration.ofNanos(receiver.at("/held").get(1).nanos() - killed))
                    .as("it does not wait for the rule's timeout")
                    .isLessThan(Duration.ofSeconds(30));
            assertThat(receiver.at("/held").stream()
                            .map(one -> one.header("webhook-id"))
                            .distinct())
                    .hasSize(1);
            assertThat(receiver.at("/first"))
                    .as("what was done is not done again")
                    .hasSize(1);
            assertThat(receiver.at("/fine").stream()
                            .map(one -> one.header("webhook-id"))
                            .distinct())
                    .hasSize(2);
        }
    }

    /** A server that cannot reach the database may be taken for gone: it does not go on with what another one may do by then. */
    @Test
    void isCutOffWhenItsServerMayBeTakenForGone() throws IOException {
        ServedRules rules = ServedRules.create(
                folder, TestDatabase.SQLITE, rule("held", "held", "/held", retry(1, "\"timeout_ms\": 60000, ")));
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            ServedRules.create(server, 1, ", state: \"held\"");
            await(() -> receiver.holding() == 1);
            rules.folder().fill("ALTER TABLE fraiseql_event_cursor RENAME TO hidden");
            ServedRules.awaitOutput(server, "the action 'webhook' of the rule 'held' was cut off");
            rules.folder().fill("ALTER TABLE hidden RENAME TO fraiseql_event_cursor");
            await(() -> receiver.holding() == 2);
            receiver.release();
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(receiver.at("/held"))
                    .extracting(one -> one.header("webhook-id"))
                    .containsOnly(receiver.at("/held").get(0).header("webhook-id"));
            assertThat(receiver.at("/held"))
                    .as("what was cut off does not count as a try")
                    .extracting(one -> one.header("webhook-attempt"))
                    .containsExactly("1", "1");
        }
    }

    @Test
    void neitherOtherKeysNorOtherRulesWaitForASlowEndpoint() throws IOException {
        ServedRules rules = ServedRules.create(
                folder,
                TestDatabase.SQLITE,
                "{\"name\": \"each\", \"entity\": \"Ticket\", \"event\": \"ANY\", \"actions\": [{\"type\": \"webhook\", \"url\": \""
                        + receiver.url("/{{ state }}") + "\"}]}",
                "{\"name\": \"log\", \"entity\": \"Ticket\", \"event\": \"ANY\", \"actions\": [{\"type\": \"log\", \"message\": \"{{ id }} {{ state }};\"}]}");
        try (DistributionServer server = rules.folder().serve("observers.actions.webhook.allowedHosts=[127.0.0.1]")) {
            ServedRules.create(server, 1, ", state: \"held\"");
            await(() -> receiver.holding() == 1);
            ServedRules.mutate(server, "updateTicket(id: 1, set: {state: \"next\"}) { id }");
            ServedRules.create(server, 2, ", state: \"other\"");
            await(() -> receiver.at("/other").size() == 1);
            ServedRules.awaitOutput(server, "1 next;", "2 other;");
            assertThat(receiver.at("/next"))
                    .as("the next event of the same row")
                    .isEmpty();
            receiver.release();
            await(() -> receiver.at("/next").size() == 1);
        }
    }

    @Test
    void goesToNoPrivateAddress() throws IOException {
        receiver.answer("/moved", 307, "Location: " + receiver.url("/fine"));
        receiver.answer("/near", 308, "Location: /fine");
        String elsewhere = "http://localhost:" + receiver.port();
        ServedRules rules = ServedRules.create(
                folder,
                TestDatabase.SQLITE,
                rule("direct", "x", "/direct", ""),
                rule("moved", "x", "/moved", "").replace("http://127.0.0.1:" + receiver.port(), elsewhere),
                rule("near", "x", "/near", "").replace("http://127.0.0.1:" + receiver.port(), elsewhere),
                rule("metadata", "x", "/", "").replace(receiver.url("/"), "http://169.254.169.254/latest"),
                rule("file", "x", "/", "").replace(receiver.url("/"), "file:///etc/passwd"));
        try (DistributionServer server = rules.folder().serve("observers.actions.webhook.allowedHosts=[localhost]")) {
            ServedRules.create(server, 1, ", state: \"x\"");
            rules.await(4, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            await(() -> receiver.at("/fine").size() == 1);
            String list = dlq(rules, "list");
            assertThat(list)
                    .contains("the address of 127.0.0.1 is not public")
                    .contains("the address of 169.254.169.254 is not public")
                    .contains("the URL must begin with http:// or https://")
                    .doesNotContain(":near");
            assertThat(receiver.at("/direct")).isEmpty();
            assertThat(receiver.at("/moved")).hasSize(1);
        }
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Waiting.until(ServedRules.SOON, Duration.ofMillis(20), condition))
                .isTrue();
    }
}
