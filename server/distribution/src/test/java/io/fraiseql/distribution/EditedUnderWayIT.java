package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Managed rules that are changed while a receiver has not answered yet. */
class EditedUnderWayIT extends BaseWebhookIT {

    private static final String DELIVERIES = "SELECT COUNT(*) FROM fraiseql_observer_delivery";

    @Test
    void whatIsUnderWayIsNotedAlthoughItsRuleIsSwitchedOff() throws Exception {
        ServedRules rules = rules(TestDatabase.SQLITE);
        try (DistributionServer server = rules.folder().serve(settings())) {
            Operator alice = new Operator(server);
            begin(alice, server, "/held", "");
            change(alice, "POST", "observers/seen/disable?version=1", "");
            awaitChanges(server, 2);
            receiver.release();
            rules.await(0, DELIVERIES);
            change(alice, "POST", "observers/seen/enable?version=2", "");
            awaitChanges(server, 3);
            ServedRules.create(server, 2, ", state: \"open\"");
            await(() -> receiver.at("/held").size() == 2);
            assertThat(receiver.at("/held").get(1).body()).contains("\"key\":\"2\"");
        }
    }

    @Test
    void whatFailsIsTriedAgainAsTheRuleSaysNow() throws Exception {
        ServedRules rules = rules(TestDatabase.SQLITE);
        receiver.answer("/held", 503, "");
        try (DistributionServer server = rules.folder().serve(settings())) {
            Operator alice = new Operator(server);
            begin(alice, server, "/held", retry(4, ""));
            change(alice, "PUT", "observers/seen?version=1", rule("seen", "open", "/new", retry(4, "")));
            awaitChanges(server, 2);
            receiver.release();
            rules.await(0, DELIVERIES);
            assertThat(receiver.at("/held")).hasSize(1);
            assertThat(receiver.at("/new")).hasSize(1);
        }
    }

    private void begin(Operator alice, DistributionServer server, String path, String more) throws IOException {
        change(alice, "POST", "observers", rule("seen", "open", path, more));
        awaitChanges(server, 1);
        ServedRules.create(server, 1, ", state: \"open\"");
        await(() -> receiver.holding() == 1);
    }

    private static void change(Operator alice, String method, String path, String body) throws IOException {
        Operator.Said said = alice.call(method, path, body);
        assertThat(said.status()).as(said.body()).isBetween(200, 201);
    }

    private static void awaitChanges(DistributionServer server, int count) {
        await(() -> server.output().split("following the rules as they were changed", -1).length > count);
    }

    private static String[] settings() {
        String[] settings = Arrays.copyOf(SHORT_LEASE, SHORT_LEASE.length + 1);
        settings[SHORT_LEASE.length] = Operator.SETTING;
        return settings;
    }
}
