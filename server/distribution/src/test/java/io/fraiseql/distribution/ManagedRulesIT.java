package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.Operator.Said;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that operators make, change and take away while servers run. */
class ManagedRulesIT {

    static final Set<String> KEYS = Set.of("security.operators");

    private static final String FOLLOWING = "following the rules as they were changed";
    private static final String IN_SCHEMA = rule("fixed", "fixed {{ title }}");

    @TempDir
    private Path folder;

    private static String rule(String name, String message) {
        return "{\"name\": \"%s\", \"entity\": \"Ticket\", \"event\": \"INSERT\", \"actions\": [{\"type\": \"log\", \"message\": \"%s\"}]}"
                .formatted(name, message);
    }

    private ServedRules served(TestDatabase database) throws IOException {
        return ServedRules.create(folder, database, IN_SCHEMA);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void areFollowedByOtherServers(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.POSTGRESQL);
        ServedRules rules = served(database);
        try (DistributionServer asked = rules.folder().serve("events.roles=[api]", Operator.SETTING)) {
            DistributionProcess follower = rules.folder().serveProcess("events.roles=[events]", "events.log.lease=3s");
            try {
                lives(asked, follower);
                follower.kill();
                follower = rules.folder().serveProcess("events.roles=[events]", "events.log.lease=3s");
                ServedRules.create(asked, 5, "");
                ServedRules.awaitOutput(follower, "edited T5");
                ends(asked, follower);
            } finally {
                follower.close();
            }
        }
    }

    @Test
    void areFollowedByTheServerThatIsAsked() throws IOException {
        ServedRules rules = served(TestDatabase.POSTGRESQL);
        try (DistributionProcess server = rules.folder().serveProcess(Operator.SETTING, "events.log.lease=3s")) {
            lives(server, server);
            server.kill();
        }
        try (DistributionServer server = rules.folder().serve(Operator.SETTING, "events.log.lease=3s")) {
            ServedRules.create(server, 5, "");
            ServedRules.awaitOutput(server, "edited T5");
            ends(server, server);
        }
    }

    private static void lives(DistributionServer asked, DistributionServer follower) throws IOException {
        Operator alice = new Operator(asked);
        Said made = alice.call("POST", "observers", rule("seen", "saw {{ title }}"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("changedBy").asText()).isEqualTo("alice");
        assertThat(made.json().path("source").asText()).isEqualTo("api");
        awaitChanges(follower, 1);
        ServedRules.create(asked, 1, "");
        ServedRules.awaitOutput(follower, "saw T1", "fixed T1");

        assertThat(alice.call("PUT", "observers/seen?version=1", rule("seen", "edited {{ title }}"))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        awaitChanges(follower, 2);
        ServedRules.create(asked, 2, "");
        ServedRules.awaitOutput(follower, "edited T2");
        Said stale = alice.call("PUT", "observers/seen?version=1", rule("seen", "lost"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("CONFLICT", "has version 2 and not 1");
        assertThat(alice.call("POST", "observers", rule("seen", "again")).status())
                .isEqualTo(409);

        assertThat(alice.call("POST", "observers/seen/disable?version=2", "")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("disabled");
        awaitChanges(follower, 3);
        ServedRules.create(asked, 3, "");
        ServedRules.awaitOutput(follower, "fixed T3");
        alice.call("POST", "observers/seen/enable?version=3", "");
        awaitChanges(follower, 4);
        ServedRules.create(asked, 4, "");
        ServedRules.awaitOutput(follower, "edited T4");
        assertThat(follower.output()).doesNotContain("edited T3");
    }

    private static void ends(DistributionServer asked, DistributionServer follower) throws IOException {
        Operator alice = new Operator(asked);
        assertThat(alice.call("DELETE", "observers/seen?version=4", "").status())
                .isEqualTo(200);
        assertThat(alice.get("observers/seen").status()).isEqualTo(404);
        JsonNode versions = alice.get("observers/seen/versions").json().path("versions");
        assertThat(versions).hasSize(5);
        assertThat(versions.get(4).path("state").asText()).isEqualTo("deleted");
        assertThat(versions.get(0)
                        .path("rule")
                        .path("actions")
                        .get(0)
                        .path("message")
                        .asText())
                .isEqualTo("saw {{ title }}");
        awaitChanges(follower, 1);
        ServedRules.create(asked, 6, "");
        ServedRules.awaitOutput(follower, "fixed T6");
        assertThat(follower.output()).doesNotContain("edited T6");
        assertThat(alice.call("POST", "observers", rule("seen", "reborn"))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(6);
    }

    private static void awaitChanges(DistributionServer follower, int count) {
        assertThat(Waiting.until(
                        ServedRules.SOON,
                        Duration.ofMillis(20),
                        () -> Pattern.compile(FOLLOWING)
                                        .matcher(follower.output())
                                        .results()
                                        .count()
                                >= count))
                .as(follower::output)
                .isTrue();
    }

    @Test
    void whatCannotBeUsedIsRefusedAndChangesNothing() throws IOException {
        ServedRules rules = served(TestDatabase.POSTGRESQL);
        try (DistributionServer server = rules.folder().serve(Operator.SETTING)) {
            Operator alice = new Operator(server);
            refused(alice, "{", "not JSON");
            refused(alice, "[]", "a rule is a JSON object");
            refused(
                    alice,
                    rule("fixed", "x"),
                    "/name: there is already an observer `fixed` in the schema, at /observers/0");
            refused(alice, rule("9", "x"), "/name: `9` is not a name");
            refused(alice, rule("a", "{{ titel }}"), "/actions/0/message", "titel");
            refused(alice, rule("a", "x").replace("Ticket", "Tickte"), "/entity", "did you mean `Ticket`?");
            refused(alice, rule("a", "x").replace("INSERT", "insert"), "/event", "`insert` is no event");
            refused(
                    alice,
                    rule("a", "x").replace("\"actions\"", "\"condition\": \"prize > 1\", \"actions\""),
                    "/condition");
            refused(
                    alice,
                    rule("a", "x").replace("\"actions\"", "\"conditon\": \"x\", \"actions\""),
                    "did you mean `condition`?");
            refused(alice, rule("a", "x").replace("\"log\"", "\"lug\""), "/actions/0/type: there is no action `lug`");
            refused(alice, rule("a", "x").replace("\"log\"", "\"slack\""), "/actions/0", "webhook");
            refused(
                    alice,
                    rule("a", "x")
                            .replace(
                                    "\"type\": \"log\", \"message\": \"x\"",
                                    "\"type\": \"webhook\", \"url\": \"https://x.example\", \"signing_secret\": \"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\""),
                    "must be a reference such as ${env:NAME}");
            refused(
                    alice,
                    rule("a", "x")
                            .replace(
                                    "\"type\": \"log\", \"message\": \"x\"",
                                    "\"type\": \"webhook\", \"url\": \"ftp://x.example\""),
                    "/actions/0: url: the URL must begin with http:// or https://");
            refused(
                    alice,
                    rule("a", "x")
                            .replace(
                                    "\"type\": \"log\", \"message\": \"x\"",
                                    "\"type\": \"webhook\", \"url\": \"http://169.254.169.254/\""),
                    "/actions/0: url: the address of 169.254.169.254 is not public");
            assertThat(alice.call("PUT", "observers/fixed?version=1", rule("fixed", "x"))
                            .body())
                    .contains("BAD_USER_INPUT", "stands in the schema");
            assertThat(alice.call("PUT", "observers/none?version=1", rule("none", "x"))
                            .status())
                    .isEqualTo(404);
            assertThat(alice.call("DELETE", "observers/fixed", "").body()).contains("say ?version=");
            assertThat(alice.get("observers?nmae=x").body()).contains("the parameter `nmae` is not known here");
            assertThat(alice.get("observer").status()).isEqualTo(404);
            assertThat(rules.numbers("SELECT COUNT(*) FROM fraiseql_observer_rule"))
                    .containsExactly(0L);
        }
    }

    private static void refused(Operator alice, String rule, String... expected) throws IOException {
        Said said = alice.call("POST", "observers", rule);
        assertThat(said.status()).as(said.body()).isEqualTo(400);
        assertThat(said.json().path("errors").get(0).path("message").asText()).contains(expected);
    }

    @Test
    void onlyOperatorsAreLetIn() throws IOException {
        ServedRules rules = served(TestDatabase.POSTGRESQL);
        try (DistributionServer closed = rules.folder().serve()) {
            assertThat(new Operator(closed).get("observers").status()).isEqualTo(404);
        }
        try (DistributionServer server = rules.folder().serve(Operator.SETTING)) {
            Operator alice = new Operator(server);
            assertThat(alice.get("observers")
                            .json()
                            .path("observers")
                            .get(0)
                            .path("source")
                            .asText())
                    .isEqualTo("schema");
            for (String wrong : new String[] {"", "Bearer", "Bearer x" + Operator.TOKEN, "Basic " + Operator.TOKEN}) {
                Said said = alice.call("GET", "observers", "", wrong);
                assertThat(said.status()).as(wrong).isEqualTo(401);
                assertThat(said.body()).contains("UNAUTHENTICATED").doesNotContain("fixed");
            }
        }
        assertThat(rules.folder().check("security.operators={alice: short}").err())
                .contains("security.operators", "16 characters");
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws IOException {
        ServedRules rules = served(TestDatabase.SQLITE);
        try (DistributionServer server = rules.folder().serve(Operator.SETTING)) {
            Said said = new Operator(server).call("POST", "observers", "[".repeat(100_000));
            assertThat(said.status()).as(said.body()).isEqualTo(400);
            assertThat(said.body()).contains("Document nesting depth (1001)");
        }
    }

    @Test
    void commandsSayWhereRulesComeFrom() throws IOException {
        ServedRules rules = served(TestDatabase.POSTGRESQL);
        rules.configure("rules: [" + rule("configured", "c") + "]");
        try (DistributionServer server = rules.folder().serve(Operator.SETTING)) {
            new Operator(server).call("POST", "observers", rule("managed", "m"));
        }
        assertThat(observers(rules, "list"))
                .matches("(?s).*configured +configuration +enabled +INSERT Ticket.*fixed +schema +enabled .*"
                        + "managed +api +enabled .*");
        assertThat(observers(rules, "show", "--name", "managed")).contains("source   api", "\"message\"");
        assertThat(observers(rules, "validate")).isEqualTo("3 observers are valid\n");
        JsonNode all = new ObjectMapper().readTree(observers(rules, "list", "--format", "json"));
        assertThat(all.path("observers").get(2).path("changedBy").asText()).isEqualTo("alice");

        rules.compile(rule("managed", "taken"));
        Distribution.Ended broken = rules.folder().run("observers", "validate", "config.yml");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("managed /name: there is already an observer `managed` in the schema");
        try (DistributionServer server = rules.folder().serve(Operator.SETTING)) {
            assertThat(server.output()).contains("the observer 'managed' is not followed");
            Said deleted = new Operator(server).call("DELETE", "observers/managed?version=1", "");
            assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        }
        assertThat(observers(rules, "validate")).isEqualTo("2 observers are valid\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void commandsSayWhatRulesMakeOfAnEvent(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.POSTGRESQL);
        ServedRules rules = ServedRules.create(
                folder,
                database,
                IN_SCHEMA,
                conditional("cheap", "INSERT", "price < 10"),
                conditional("renamed", "UPDATE", "changed(title)"),
                rule("refused", "x")
                        .replace(
                                "\"log\", \"message\": \"x\"",
                                "\"webhook\", \"url\": \"http://127.0.0.1:1/{{ title }}\", \"headers\": {\"X-Title\": \"{{ title }}\"}"));
        try (DistributionServer server = rules.folder().serve()) {
            ServedRules.create(server, 1, ", price: \"20.00\"");
            ServedRules.awaitOutput(server, "fixed T1");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
        }
        assertThat(observers(rules, "status"))
                .matches("(?s)0 events behind .*fixed +enabled +0 +0\n.*refused +enabled +0 +1\n.*");
        assertThat(observers(rules, "debug-event", "--id", "1"))
                .startsWith("event 1, INSERT Ticket 1\n")
                .containsPattern("fixed +applies\n +log\n +message: fixed T1\n")
                .containsPattern("cheap +has a condition that is not true\n")
                .containsPattern("renamed +is about other events\n")
                .containsPattern(
                        "refused +applies\n +webhook\n +url: http://127.0.0.1:1/T1\n +headers: \\{\"X-Title\":\"T1\"}\n");
        JsonNode tried = new ObjectMapper().readTree(observers(rules, "debug-event", "--id", "1", "--format", "json"));
        assertThat(tried.path("rules").findValuesAsText("verdict"))
                .containsExactlyInAnyOrder("applies", "applies", "not_true", "other");
        String id = tried.path("event").path("id").asText();
        assertThat(observers(rules, "debug-event", "--id", id)).startsWith("event 1, INSERT Ticket 1\n");
        assertThat(rules.numbers("SELECT COUNT(*) FROM fraiseql_observer_delivery"))
                .containsExactly(1L);
        rules.folder()
                .fill("INSERT INTO fraiseql_event"
                        + " (id, entity_type, entity_id, event_type, data, created_at, position) VALUES ('"
                        + new UUID(0, 2) + "', 'Ticket', '2', 'INSERT', '{\"price\": \"dear\"}', '2026-01-01', 2)");
        assertThat(observers(rules, "debug-event", "--id", "2"))
                .containsPattern("cheap +is given up, because its condition cannot tell: .*price.*\n");
        notFound(rules, "the log has no event 3", "3");
        notFound(rules, "the log has no event " + new UUID(1, 2), new UUID(1, 2).toString());
        notFound(rules, "say which event: --id with its id or its position", "x");
    }

    private static String conditional(String name, String event, String condition) {
        return rule(name, name).replace("\"INSERT\"", "\"" + event + "\", \"condition\": \"" + condition + "\"");
    }

    private static void notFound(ServedRules rules, String expected, String id) throws IOException {
        Distribution.Ended ended = rules.folder().run("observers", "debug-event", "config.yml", "--id", id);
        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.err()).contains(expected);
    }

    private static String observers(ServedRules rules, String action, String... options) throws IOException {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "observers";
        arguments[1] = action;
        arguments[2] = "config.yml";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return rules.folder().succeed(arguments).out();
    }

    @Test
    void checkFindsWhatAnActionLacks() throws IOException {
        ServedRules rules = served(TestDatabase.POSTGRESQL);
        rules.configure("rules: [" + rule("talks", "hi").replace("\"log\"", "\"slack\"") + "]");
        Distribution.Ended ended = rules.folder().check();
        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
        assertThat(ended.err()).contains("/observers/rules/0/actions/0", "webhook");
        assertThat(rules.folder()
                        .check("observers.actions.slack.webhookUrl=https://hooks.example/x")
                        .exitCode())
                .isZero();
    }
}
