package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks of the shipped server, from the mutation to an endpoint and back. */
class WebhookIT extends BaseWebhookIT {

    /** The server is killed while an endpoint has not answered: the event comes again when the lease is over, with the id by which it is known. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void comesAgainAfterAKillAndIsKnownByItsId(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.MARIADB);
        ServedRules rules = rules(
                database,
                rule("held", "held", "/held", "\"timeout_ms\": 60000, ")
                        .replace(
                                "\"actions\": [",
                                "\"actions\": [{\"type\": \"webhook\", \"url\": \"" + receiver.url("/first") + "\"}, "),
                rule("fine", "fine", "/fine", ""));
        try (DistributionProcess server = rules.folder().serveProcess(SHORT_LEASE)) {
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
        ServedRules rules =
                rules(TestDatabase.POSTGRESQL, rule("held", "held", "/held", retry(1, "\"timeout_ms\": 60000, ")));
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
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
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
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule("direct", "x", "/direct?{{ id }}", ""),
                rule("moved", "x", "/moved", "").replace("http://127.0.0.1:" + receiver.port(), elsewhere),
                rule("near", "x", "/near", "").replace("http://127.0.0.1:" + receiver.port(), elsewhere),
                rule("metadata", "x", "/", "").replace(receiver.url("/"), "http://169.254.169.254/{{ id }}"),
                rule("file", "x", "/", "").replace(receiver.url("/"), "file:///etc/passwd{{ id }}"));
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

    /** A header is not sent with something else in place of what it cannot hold. */
    @Test
    void whatAHeaderCannotHoldIsGivenUpByName() throws IOException {
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule("named", "x", "/named", "", ", \"headers\": {\"X-Title\": \"{{ title }}\"}"));
        try (DistributionServer server = rules.folder().serve("observers.actions.webhook.allowedHosts=[127.0.0.1]")) {
            ServedRules.mutate(server, "createTicket(input: {id: 1, title: \"Łódź\", state: \"x\"}) { id }");
            ServedRules.mutate(server, "createTicket(input: {id: 2, title: \"Köln\", state: \"x\"}) { id }");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            await(() -> receiver.at("/named").size() == 1);
            assertThat(receiver.at("/named").get(0).header("X-Title")).isEqualTo("Köln");
            assertThat(dlq(rules, "list"))
                    .contains("webhook 1: the header X-Title: the value has characters outside of ISO-8859-1");
        }
    }

    /** The status decides when the headers have come; nobody waits for a body that is of no use, or reads all of it. */
    @Test
    void theStatusDecidesWhateverBecomesOfTheBody() throws IOException {
        String ok = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: ";
        Map<String, RawReceiver.Answer> answers = Map.of(
                "/held", RawReceiver.held(ok + "100000\r\n\r\nx"),
                "/dropped", RawReceiver.text(ok + "100\r\n\r\nx"),
                "/endless", RawReceiver.endless(ok + "2147483648\r\n\r\n"),
                "/wrong", RawReceiver.held("HTTP/1.1 400 Bad Request\r\nContent-Length: 100000\r\n\r\nx"),
                "/silent", RawReceiver.text(""),
                "/mail", RawReceiver.text("220 mail.example.com ESMTP\r\n"));
        try (RawReceiver raw = new RawReceiver(answers)) {
            ServedRules rules = rules(
                    TestDatabase.POSTGRESQL,
                    answers.keySet().stream()
                            .map(path -> rule(path.substring(1), "x", "/", retry(2, "\"timeout_ms\": 3000, "))
                                    .replace(receiver.url("/"), raw.url(path)))
                            .toArray(String[]::new));
            try (DistributionServer server =
                    rules.folder().serve("observers.actions.webhook.allowedHosts=[127.0.0.1]")) {
                ServedRules.create(server, 1, ", state: \"x\"");
                rules.await(3, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
                rules.await(3, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
                assertThat(raw.asked())
                        .as("only what did not answer is tried again")
                        .containsExactlyInAnyOrder(
                                "/held", "/dropped", "/endless", "/wrong", "/silent", "/silent", "/mail", "/mail");
                await(() -> raw.abandoned().containsAll(List.of("/held", "/endless", "/wrong")));
                assertThat(dlq(rules, "list"))
                        .contains(":wrong", "127.0.0.1 answered with status 400")
                        .contains(":silent", "127.0.0.1 closed the connection before it answered")
                        .contains(":mail", "127.0.0.1 answered with what is not HTTP")
                        .doesNotContain("Exception", "@");
            }
        }
    }

    /** What comes before the answer, such as 103 Early Hints, says nothing about the delivery. */
    @Test
    void whatComesBeforeTheAnswerIsPassedOver() throws IOException {
        String last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        Map<String, RawReceiver.Answer> answers = Map.of(
                "/go-on", RawReceiver.text("HTTP/1.1 100 Continue\r\n\r\n" + last),
                "/working", RawReceiver.text("HTTP/1.1 102 Processing\r\n\r\n" + last),
                "/hints",
                        RawReceiver.text(
                                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"
                                        + last));
        try (RawReceiver raw = new RawReceiver(answers)) {
            ServedRules rules = rules(
                    TestDatabase.POSTGRESQL,
                    answers.keySet().stream()
                            .map(path -> rule(path.substring(1), "x", "/", retry(1, "\"timeout_ms\": 3000, "))
                                    .replace(receiver.url("/"), raw.url(path)))
                            .toArray(String[]::new));
            try (DistributionServer server =
                    rules.folder().serve("observers.actions.webhook.allowedHosts=[127.0.0.1]")) {
                ServedRules.create(server, 1, ", state: \"x\"");
                await(() -> raw.asked().size() == 3);
                rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
                assertThat(ServedLog.metrics(server))
                        .contains("\nfraiseql_observer_action_executed_total{action_type=\"webhook\"} 3.0");
            }
        }
    }

    /** What a receiver asked for holds although the rules change, and when another server goes on. */
    @Test
    void isNotSentAgainBeforeTheReceiverWantsIt() throws IOException {
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule("busy", "x", "/busy", "\"retry\": {\"initial_delay_ms\": 1, \"max_delay_ms\": 1}, "),
                rule("fine", "y", "/fine", ""));
        receiver.answer("/busy", 429, "Retry-After: 31536000000");
        String[] settings = {SHORT_LEASE[0], SHORT_LEASE[1], SHORT_LEASE[2], Operator.SETTING};
        try (DistributionServer server = rules.folder().serve(settings)) {
            ServedRules.create(server, 1, ", state: \"x\"");
            await(() -> receiver.at("/busy").size() == 1);
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE attempt = 1");
            assertThat(new Operator(server)
                            .call("POST", "observers", rule("other", "z", "/other", ""))
                            .status())
                    .isEqualTo(201);
            await(() -> server.output().contains("as they were changed"));
            ServedRules.create(server, 2, ", state: \"y\"");
            await(() -> receiver.at("/fine").size() == 1);
        }
        try (DistributionServer server = rules.folder().serve(settings)) {
            ServedRules.create(server, 3, ", state: \"y\"");
            await(() -> receiver.at("/fine").size() == 2);
            rules.await(
                    1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE due_at > now() + interval '50 minutes'");
            assertThat(receiver.at("/busy")).hasSize(1);
        }
    }
}
