package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are edited while jobs of theirs wait: whatever they say now is done with these. */
class EditedJobsIT extends BaseWebhookIT {

    private static final String ORDERED =
            "\"mode\": \"queued\", \"ordered\": true, \"retry\": {\"max_attempts\": 1000, "
                    + "\"backoff\": \"fixed\", \"initial_delay_ms\": 200, \"max_delay_ms\": 200}, ";
    private static final String SECOND = "}, {\"type\": \"webhook\", \"url\": \"%s\"";

    private static String log(String more) {
        return "{\"name\": \"edited\", \"entity\": \"Ticket\", \"event\": \"ANY\", %s\"actions\": [{\"type\": \"log\", \"message\": \"now {{ event.type }};\"}]}"
                .formatted(more);
    }

    private String failing(String... parameters) {
        return rule("edited", "x", "/down", ORDERED, parameters).replace("\"INSERT\"", "\"ANY\"");
    }

    /** An insert that fails, and an update of the same row behind it. */
    private void pending(ServedRules rules, DistributionServer server, Operator alice, String rule) throws IOException {
        receiver.answer("/down", 503, "");
        assertThat(alice.call("POST", "observers", rule).status()).isEqualTo(201);
        await(() -> server.output().contains("as they were changed"));
        ServedRules.create(server, 1, ", state: \"x\"");
        ServedRules.mutate(server, "updateTicket(id: 1, set: {title: \"next\"}) { id }");
        await(() -> receiver.at("/down").size() > 1);
        rules.await(2, "SELECT COUNT(*) FROM fraiseql_job");
    }

    private static void edit(Operator alice, String rule) throws IOException {
        assertThat(alice.call("PUT", "observers/edited?version=1", rule).status())
                .isEqualTo(200);
    }

    @Test
    void anotherTypeOfAction() throws IOException {
        ServedRules rules = rules(TestDatabase.POSTGRESQL);
        try (DistributionServer server = rules.folder().serve(settings())) {
            Operator alice = new Operator(server);
            pending(rules, server, alice, failing());
            edit(alice, log(ORDERED));
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_job");
            assertThat(server.output()).containsSubsequence("now INSERT;", "now UPDATE;");
        }
    }

    /** Nothing is queued any more when the server begins. */
    @Test
    void noLongerQueued() throws IOException {
        ServedRules rules = rules(TestDatabase.POSTGRESQL);
        try (DistributionServer server = rules.folder().serve(settings())) {
            Operator alice = new Operator(server);
            pending(rules, server, alice, failing());
        }
        try (DistributionServer server = rules.folder().serve(settings("events.roles=[api]"))) {
            edit(new Operator(server), log(""));
        }
        try (DistributionServer server = rules.folder().serve(settings())) {
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_job");
            assertThat(server.output()).containsSubsequence("now INSERT;", "now UPDATE;");
        }
    }

    @Test
    void fewerActions() throws IOException {
        ServedRules rules = rules(TestDatabase.POSTGRESQL);
        try (DistributionServer server = rules.folder().serve(settings())) {
            fewerActions(rules, server);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_job");
        }
    }

    @Test
    void fewerActionsOfJobsInRedis(@TempDir Path files) throws IOException {
        ServedRules rules = rules(TestDatabase.POSTGRESQL);
        try (TestRedis redis = TestRedis.start(files);
                DistributionServer server = rules.folder()
                        .serve(settings("jobs.queue=redis", "plugins.queue-redis.redis.url=" + redis.url()))) {
            fewerActions(rules, server);
        }
    }

    private void fewerActions(ServedRules rules, DistributionServer server) throws IOException {
        Operator alice = new Operator(server);
        receiver.answer("/down", 503, "");
        String two = rule("edited", "x", "/first", ORDERED, SECOND.formatted(receiver.url("/down")));
        assertThat(alice.call("POST", "observers", two.replace("\"INSERT\"", "\"ANY\""))
                        .status())
                .isEqualTo(201);
        await(() -> server.output().contains("as they were changed"));
        ServedRules.create(server, 1, ", state: \"x\"");
        ServedRules.mutate(server, "updateTicket(id: 1, set: {title: \"next\"}) { id }");
        await(() -> receiver.at("/down").size() > 1);
        edit(alice, rule("edited", "x", "/only", ORDERED).replace("\"INSERT\"", "\"ANY\""));
        await(() -> receiver.at("/only").size() == 2);
        List<String> ids = receiver.at("/only").stream()
                .map(one -> one.header("webhook-id"))
                .toList();
        assertThat(ids).allMatch(id -> id.endsWith(".edited")).doesNotHaveDuplicates();
    }

    private static String[] settings(String... more) {
        return Stream.of(SHORT_LEASE, new String[] {Operator.SETTING}, more)
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }
}
