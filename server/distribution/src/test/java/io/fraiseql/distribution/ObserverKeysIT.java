package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each key of the observers changes. */
class ObserverKeysIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of(
            "observers.enabled",
            "observers.concurrency",
            "observers.buffer",
            "observers.rules",
            "observers.limits",
            "observers.circuit.enabled",
            "observers.circuit.failures",
            "observers.circuit.openFor",
            "observers.actions.webhook.allowedHosts");

    /** Longer than it takes where it happens. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private static final String RULE = """
            {"name": "any", "entity": "Ticket", "event": "ANY", "actions": [{"type": "log", "message": "any {{ id }};"}]}""";

    @TempDir
    private Path folder;

    @Test
    void enabledIsWhetherThisServerFollowsTheRules() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, RULE);
        try (DistributionServer server = rules.folder().serve()) {
            ServedRules.create(server, 1, "");
            ServedRules.awaitOutput(server, "any 1;");
        }
        try (DistributionServer server = rules.folder().serve("observers.enabled=false")) {
            ServedRules.create(server, 2, "");
            assertThat(Waiting.until(LONG_ENOUGH, () -> server.output().contains("any 2;")))
                    .isFalse();
        }
        try (DistributionServer server = rules.folder().serve()) {
            ServedRules.awaitOutput(server, "any 2;");
        }
    }

    /** How many of five requests to an endpoint that does not answer are made, and whether a sixth event gets through. */
    private void held(int expected, String... settings) throws IOException {
        try (WebhookReceiver receiver = new WebhookReceiver();
                DistributionServer server = serveWebhooks(receiver, settings)) {
            for (int id = 1; id <= 5; id++) {
                ServedRules.create(server, id, ", state: \"held\"");
            }
            assertThat(Waiting.until(ServedRules.SOON, () -> receiver.holding() == expected))
                    .isTrue();
            assertThat(Waiting.until(LONG_ENOUGH, () -> receiver.holding() > expected))
                    .isFalse();
        }
    }

    private DistributionServer serveWebhooks(WebhookReceiver receiver, String... settings) throws IOException {
        Path own = Files.createDirectory(folder.resolve("served" + receiver.port()));
        ServedRules rules = ServedRules.create(own, TestDatabase.POSTGRESQL);
        rules.configure("rules: [{name: each, entity: Ticket, event: ANY, actions: [{type: webhook, url: \""
                + receiver.url("/{{ state }}") + "\"}]}]");
        return rules.folder()
                .serve(Stream.concat(
                                Stream.of("observers.actions.webhook.allowedHosts=[127.0.0.1]"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    @Test
    void concurrencyIsHowManyActionsOfARuleAreDoneAtOnce() throws IOException {
        held(5);
        held(2, "observers.concurrency=2");
    }

    /** Bounds of a type of action; without a circuit every delivery is tried, however many failed before it. */
    @Test
    void limitsHoldBackAllRulesTogether() throws IOException {
        try (WebhookReceiver receiver = new WebhookReceiver();
                DistributionServer server = serveWebhooks(
                        receiver,
                        "observers.limits={webhook: {concurrency: 2, perSecond: 0.5}}",
                        "observers.circuit.enabled=false",
                        "observers.circuit.failures=1")) {
            for (int id = 1; id <= 3; id++) {
                ServedRules.create(server, id, ", state: \"held\"");
            }
            await(() -> receiver.holding() == 2);
            assertThat(Waiting.until(LONG_ENOUGH, () -> receiver.holding() > 2)).isFalse();
            assertThat(nanosBetween(receiver.at("/held"), 0, 1)).isGreaterThan(900_000_000L);
            assertThat(ServedLog.metrics(server))
                    .contains("fraiseql_observer_action_deferred_total{action_type=\"webhook\",reason=\"rate\"}")
                    .contains(
                            "fraiseql_observer_action_deferred_total{action_type=\"webhook\",reason=\"concurrency\"} 1.0");
            receiver.answer("/bad", 400, "");
            receiver.answer("/worse", 503, "");
            receiver.release();
            await(() -> receiver.holding() == 3);
            ServedRules.create(server, 4, ", state: \"worse\"");
            ServedRules.create(server, 5, ", state: \"bad\"");
            await(() -> receiver.at("/worse").size() == 3 && receiver.at("/bad").size() == 1);
            assertThat(server.output()).doesNotContain("left alone");
        }
    }

    private static long nanosBetween(List<WebhookReceiver.Received> received, int first, int second) {
        return received.get(second).nanos() - received.get(first).nanos();
    }

    @Test
    void circuitLeavesAServerAloneThatFails() throws IOException {
        try (WebhookReceiver receiver = new WebhookReceiver();
                DistributionServer server =
                        serveWebhooks(receiver, "observers.circuit.failures=3", "observers.circuit.openFor=3s")) {
            receiver.answer("/down", 503, "");
            ServedRules.create(server, 1, ", state: \"down\"");
            ServedRules.awaitOutput(server, "it is left alone for a while", "dead letter 1:each");
            receiver.answer("/down", 204, "");
            for (int id = 2; id <= 5; id++) {
                ServedRules.create(server, id, ", state: \"down\"");
            }
            assertThat(ServedLog.metrics(server))
                    .contains("fraiseql_observer_circuits_open{action_type=\"webhook\"} 1.0");
            await(() -> receiver.at("/down").size() == 7);
            assertThat(nanosBetween(receiver.at("/down"), 2, 3)).isBetween(2_900_000_000L, 20_000_000_000L);
            ServedRules.awaitOutput(server, "is not left alone by 'webhook' any longer");
            assertThat(receiver.at("/down").subList(3, 7))
                    .as("no try was counted")
                    .allMatch(one -> one.header("webhook-attempt").equals("1"));
            assertThat(ServedLog.metrics(server))
                    .contains("fraiseql_observer_circuits_open{action_type=\"webhook\"} 0.0")
                    .contains("fraiseql_observer_circuit_opened_total{action_type=\"webhook\"} 1.0")
                    .contains("fraiseql_observer_action_deferred_total{action_type=\"webhook\",reason=\"circuit\"}")
                    .contains("\nfraiseql_observer_dlq_items 1.0");
        }
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Waiting.until(ServedRules.SOON, Duration.ofMillis(20), condition))
                .isTrue();
    }

    @Test
    void bufferIsHowManyDeliveriesOfARuleAreHeldInMemory() throws IOException {
        assertThat(passesTheHeldKey()).isTrue();
        assertThat(passesTheHeldKey("observers.buffer=2")).isFalse();
    }

    /** Whether an event of another key gets past several of one key that do not end; if not, all are done in the end. */
    private boolean passesTheHeldKey(String... settings) throws IOException {
        try (WebhookReceiver receiver = new WebhookReceiver();
                DistributionServer server = serveWebhooks(receiver, settings)) {
            ServedRules.create(server, 1, ", state: \"held\"");
            for (int i = 0; i < 4; i++) {
                ServedRules.mutate(server, "updateTicket(id: 1, set: {state: \"later" + i + "\"}) { id }");
            }
            ServedRules.create(server, 2, ", state: \"other\"");
            boolean passes =
                    Waiting.until(LONG_ENOUGH, () -> receiver.at("/other").size() == 1);
            receiver.release();
            assertThat(Waiting.until(
                            ServedRules.SOON,
                            () -> receiver.at("/other").size() == 1
                                    && receiver.at("/later3").size() == 1))
                    .isTrue();
            return passes;
        }
    }

    @Test
    void allowedHostsMayHavePrivateAddresses() throws IOException {
        try (WebhookReceiver receiver = new WebhookReceiver();
                DistributionServer server =
                        serveWebhooks(receiver, "observers.actions.webhook.allowedHosts=[localhost]")) {
            ServedRules.create(server, 1, ", state: \"refused\"");
            ServedRules.awaitOutput(server, "the address of 127.0.0.1 is not public");
            assertThat(receiver.at("/refused")).isEmpty();
        }
        try (WebhookReceiver receiver = new WebhookReceiver();
                DistributionServer server = serveWebhooks(receiver)) {
            ServedRules.create(server, 1, ", state: \"allowed\"");
            assertThat(Waiting.until(
                            ServedRules.SOON, () -> receiver.at("/allowed").size() == 1))
                    .isTrue();
        }
    }

    @Test
    void whatCannotWorkIsRefused() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, RULE);
        assertThat(rules.folder().check("observers.concurrency=0").err()).contains("concurrency must be from 1 to 256");
        assertThat(rules.folder().check("observers.buffer=1").err()).contains("buffer must be from 2 to 1000000");
        assertThat(rules.folder()
                        .check("observers.limits={log: {perSecond: 0}, webhook: {}}", "observers.circuit.failures=0")
                        .err())
                .contains("perSecond must be more than 0", "say concurrency, perSecond or both")
                .contains("failures must be at least 1");
        assertThat(rules.folder()
                        .check("observers.limits={webhok: {concurrency: 1}}")
                        .err())
                .contains("/observers/limits/webhok: there is no action `webhok` (did you mean `webhook`?)");
    }

    @Test
    void rulesAreFollowedBesidesThoseOfTheSchema() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, RULE);
        String setting = "observers.rules=[{name: more, entity: Ticket, event: INSERT, condition: \"id > 1\","
                + " actions: [{type: log, message: \"more {{ id }};\"}]}]";
        try (DistributionServer server = rules.folder().serve(setting)) {
            ServedRules.create(server, 1, "");
            ServedRules.create(server, 2, "");
            ServedRules.awaitOutput(server, "any 1;", "any 2;", "more 2;");
            assertThat(server.output()).doesNotContain("more 1;");
        }
    }
}
