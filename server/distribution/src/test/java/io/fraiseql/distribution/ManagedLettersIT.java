package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.Operator.Said;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dead letters that operators read, edit, try again, take away and export, over HTTP and by commands. */
class ManagedLettersIT extends BaseWebhookIT {

    private static final String DEAD = "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'";

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void areEditedAndTriedAgain(TestDatabase database) throws Exception {
        Matrix.assumeRuns(database, TestDatabase.POSTGRESQL);
        ServedRules rules =
                rules(database, rule("titled", "open", "/{{ title }}", ""), rule("other", "open", "/other", ""));
        for (String path : new String[] {"/T1", "/T2", "/T3", "/other"}) {
            receiver.answer(path, 400, "");
        }
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            assertThat(new Operator(server).get("dlq").status()).isEqualTo(404);
        }
        try (DistributionServer server = rules.folder().serve(with(Operator.SETTING))) {
            for (int id = 1; id <= 3; id++) {
                ServedRules.create(server, id, ", state: \"open\"");
            }
            rules.await(6, DEAD);
            Operator alice = new Operator(server);
            isRead(alice);
            isEdited(alice, rules);
            byCommand(rules);
            receiver.answer("/other", 200, "");
            assertThat(alice.call("POST", "dlq/retry?rule=other", "").body()).isEqualTo("{\"count\":3}");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            String last = alice.get("dlq")
                    .json()
                    .path("deadLetters")
                    .get(0)
                    .path("id")
                    .asText();
            assertThat(alice.call("DELETE", "dlq/" + last, "").body()).isEqualTo("{\"count\":1}");
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(alice.call("DELETE", "dlq/" + last, "").status()).isEqualTo(404);
            receiver.answer("/other", 400, "");
            ServedRules.create(server, 4, ", state: \"open\"");
            ServedRules.create(server, 5, ", state: \"open\"");
            rules.await(2, DEAD);
            areTakenAway(alice, rules);
        }
    }

    /** Only those that are meant, and all of them only when that was said. */
    private static void areTakenAway(Operator alice, ServedRules rules) throws IOException {
        refused(
                alice.call("DELETE", "dlq", ""),
                "say which ones, by a rule or an entity, or ?all=true for all of them");
        refused(alice.call("DELETE", "dlq?all=false", ""), "say which ones");
        refused(alice.call("DELETE", "dlq?all=true&rule=other", ""), "and not both");
        refused(alice.call("DELETE", "dlq?all=yes", ""), "all is true or false");
        refused(alice.call("DELETE", "dlq?roule=other", ""), "the parameter `roule` is not known here");
        assertThat(alice.call("DELETE", "dlq?rule=nobody", "").body()).isEqualTo("{\"count\":0}");
        Distribution.Ended unsaid = rules.folder().run("dlq", "remove-all", "config.yml");
        assertThat(unsaid.exitCode()).isEqualTo(2);
        assertThat(unsaid.err()).contains("say which ones, by a rule or an entity, or --all for all of them");
        rules.await(2, DEAD);
        assertThat(dlq(rules, "remove-all", "--entity", "Tickets")).isEqualTo("0 removed\n");
        assertThat(alice.call("DELETE", "dlq?rule=other", "").body()).isEqualTo("{\"count\":2}");
        rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
        assertThat(dlq(rules, "remove-all", "--all")).isEqualTo("0 removed\n");
    }

    private static String[] with(String setting) {
        String[] settings = Arrays.copyOf(SHORT_LEASE, SHORT_LEASE.length + 1);
        settings[SHORT_LEASE.length] = setting;
        return settings;
    }

    private static void isRead(Operator alice) throws IOException {
        assertThat(alice.get("dlq?rule=titled&entity=Ticket").json().path("deadLetters"))
                .hasSize(3);
        assertThat(alice.get("dlq?entity=Tickets").json().path("deadLetters")).isEmpty();
        JsonNode some = alice.get("dlq?limit=2").json();
        assertThat(some.path("deadLetters")).hasSize(2);
        assertThat(some.path("more").asText()).isEqualTo("true");
        assertThat(alice.get("dlq?limit=6").json().path("more").asText()).isEqualTo("false");
        assertThat(alice.get("dlq/stats").body()).isEqualTo("{\"rules\":{\"other\":3,\"titled\":3}}");
        assertThat(alice.get("dlq/export?rule=titled").body().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(new ObjectMapper().readTree(line).path("history"))
                        .hasSize(1));
        assertThat(alice.get("dlq/1:nobody").status()).isEqualTo(404);
        assertThat(alice.get("dlq?rul=x").status()).isEqualTo(400);
    }

    private void isEdited(Operator alice, ServedRules rules) throws IOException {
        JsonNode letter =
                alice.get("dlq?rule=titled").json().path("deadLetters").get(0);
        String path = "dlq/" + letter.path("id").asText() + "/retry";
        ObjectNode event = letter.path("event").deepCopy();
        refused(alice.call("POST", path, "{"), "not JSON");
        refused(alice.call("POST", path, "{}"), "/before: must be null");
        refused(alice.call("POST", path, event.deepCopy().put("key", "7").toString()), "/key: only data and before");
        refused(alice.call("POST", path, event.deepCopy().putNull("data").toString()), "/data: must be an object");
        refusesOtherRows(alice, path, event);
        rules.await(6, DEAD);
        ((ObjectNode) event.path("data")).put("title", "mended");
        assertThat(alice.call("POST", path, event.toString()).body()).isEqualTo("{\"count\":1}");
        await(() -> receiver.at("/mended").size() == 1);
        assertThat(receiver.at("/mended").get(0).header("webhook-id"))
                .isEqualTo(event.path("id").asText() + ".titled");
        rules.await(5, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
    }

    /** The entity's type says what its rows have. */
    private static void refusesOtherRows(Operator alice, String path, ObjectNode event) throws IOException {
        ObjectNode other = event.deepCopy();
        ObjectNode row = (ObjectNode) other.path("data");
        row.put("titel", "x");
        refused(
                alice.call("POST", path, other.toString()),
                "/data/titel: `Ticket` has no stored field `titel`; did you mean `title`?");
        row.remove("titel");
        row.put("title", 5);
        refused(alice.call("POST", path, other.toString()), "/data/title: expected a String, got 5");
    }

    private static void refused(Said said, String expected) throws IOException {
        assertThat(said.status()).as(said.body()).isEqualTo(400);
        assertThat(said.json().path("errors").get(0).path("message").asText()).contains(expected);
    }

    private void byCommand(ServedRules rules) throws IOException {
        assertThat(dlq(rules, "list", "--limit", "2").lines())
                .hasSize(4)
                .last()
                .isEqualTo("there are more: 'dlq stats' counts them");
        assertThat(dlq(rules, "list")).doesNotContain("there are more");
        String[] lines = dlq(rules, "export", "--rule", "titled").split("\n");
        assertThat(lines).hasSize(2);
        JsonNode letter = new ObjectMapper().readTree(lines[0]);
        ObjectNode event = letter.path("event").deepCopy();
        ((ObjectNode) event.path("data")).put("title", "again");
        receiver.answer("/again", 410, "");
        ObjectNode emptied = event.deepCopy();
        ((ObjectNode) emptied.path("data")).putNull("title");
        rules.folder().distribution().withFile("emptied.json", emptied.toString());
        Distribution.Ended refused = rules.folder()
                .run("dlq", "retry", "config.yml", "--id", letter.path("id").asText(), "--event", "emptied.json");
        assertThat(refused.err()).contains("/data/title: cannot be null");
        assertThat(refused.exitCode()).isNotZero();
        rules.folder().distribution().withFile("edited.json", event.toString());
        String id = letter.path("id").asText();
        assertThat(dlq(rules, "retry", "--id", id, "--event", "edited.json")).isEqualTo("1 to be tried again\n");
        await(() -> receiver.at("/again").size() == 1);
        rules.await(5, DEAD);
        assertThat(dlq(rules, "show", "--id", id)).contains("edit 0: the event was edited by", "status 410");
        receiver.answer("/again", 200, "");
        assertThat(dlq(rules, "retry", "--id", id)).isEqualTo("1 to be tried again\n");
        rules.await(4, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
    }
}
