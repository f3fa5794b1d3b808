package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.fraiseql.distribution.WebhookReceiver.Received;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks of the shipped server that are signed, tried again, become dead letters, and are looked after by commands. */
class DeadLetterIT extends BaseWebhookIT {

    private static final String CURRENT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PREVIOUS = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String OTHER = "whsec_AAAAsBQIhrscChlQIMV+b5sSYspob7oD";

    /** As where another topology had followed the rules in between, whose dead letters are there. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void whatIsFollowedOnceMoreGoesOn(TestDatabase database) throws Exception {
        Matrix.assumeRuns(database, TestDatabase.MYSQL);
        ServedRules rules = rules(database, rule("down", "bad", "/down", ""), rule("fine", "fine", "/fine", ""));
        receiver.answer("/down", 401, "");
        String dead = "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'";
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            ServedRules.create(server, 1, ", state: \"bad\"");
            ServedRules.create(server, 2, ", state: \"fine\"");
            rules.await(1, dead);
        }
        receiver.answer("/down", 503, "");
        rules.folder().fill("UPDATE fraiseql_event_cursor SET position = 0 WHERE name = 'observers'");
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            ServedRules.create(server, 3, ", state: \"fine\"");
            await(() -> receiver.at("/fine").size() == 3);
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_event_cursor WHERE name = 'observers' AND position = 3");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void isSignedRetriedParkedAndSentAgain(TestDatabase database) throws Exception {
        Matrix.assumeRuns(database, TestDatabase.MYSQL);
        String secrets = ", \"signing_secret\": \"${file:current}\", \"previous_signing_secret\": \"${file:previous}\"";
        ServedRules rules = rules(
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
        try (DistributionServer server = rules.folder().serveProcess(SHORT_LEASE)) {
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
            shownByCommand(rules);
            lookedAfterByCommand(rules);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
        }
    }

    private static void isSigned(Received webhook) throws WebhookVerificationException, IOException {
        JsonNode event = new ObjectMapper().readTree(webhook.body());
        assertThat(event.path("entity").asText()).isEqualTo("Ticket");
        assertThat(event.path("type").asText()).isEqualTo("INSERT");
        assertThat(event.path("data").path("title").asText()).isEqualTo("a \"b\"");
        String id = webhook.header("webhook-id");
        assertThat(id).isEqualTo(event.path("id").asText() + ".signed").isEqualTo(webhook.header("idempotency-key"));
        String time = webhook.header("webhook-timestamp");
        assertThat(Instant.ofEpochSecond(Long.parseLong(time)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        assertThat(webhook.headers().get("webhook-signature")).hasSize(1);
        new Webhook(CURRENT).verify(webhook.body(), webhook.headers());
        new Webhook(PREVIOUS).verify(webhook.body(), webhook.headers());
        assertThatThrownBy(() -> new Webhook(OTHER).verify(webhook.body(), webhook.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(CURRENT).verify(webhook.body() + " ", webhook.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(webhook.header("content-type")).isEqualTo("application/json");
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

    private static void shownByCommand(ServedRules rules) throws IOException {
        assertThat(dlq(rules, "list"))
                .contains("id", ":down", ":never", ":slow", "INSERT Ticket 1", "127.0.0.1 answered with status 401");
        String id = letter(rules).path("id").asText();
        assertThat(dlq(rules, "show", "--id", id)).contains("history", "webhook 3: 127.0.0.1 answered with status 503");
        Distribution.Ended none = rules.folder().run("dlq", "show", "config.yml", "--id", "1:nobody");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("there is no dead letter 1:nobody");
    }

    private void lookedAfterByCommand(ServedRules rules) throws IOException {
        receiver.answer("/down", 200, "");
        JsonNode letter = letter(rules);
        assertThat(letter.path("history")).hasSize(3);
        assertThat(letter.path("event").path("data").path("id").asInt()).isEqualTo(1);
        String id = letter.path("id").asText();
        assertThat(dlq(rules, "stats")).matches("(?s)down +1\nnever +1\nslow +1\nall +3\n");
        assertThat(dlq(rules, "retry", "--id", id)).isEqualTo("1 to be tried again\n");
        await(() -> receiver.at("/down").size() == 6);
        Received again = receiver.at("/down").get(5);
        assertThat(again.header("webhook-id")).endsWith(".down");
        assertThat(dlq(rules, "remove", "--id", id.replace("down", "slow"))).isEqualTo("1 removed\n");
        receiver.answer("/never", 200, "");
        assertThat(dlq(rules, "retry-all", "--rule", "never")).isEqualTo("1 to be tried again\n");
        await(() -> receiver.at("/never").size() == 2);
    }

    private static JsonNode letter(ServedRules rules) throws IOException {
        return new ObjectMapper()
                .readTree(dlq(rules, "list", "--rule", "down", "--format", "json"))
                .path("deadLetters")
                .get(0);
    }
}
