package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of the shipped server, from the write to the action. */
class ObserversIT {

    private static final String CREATED = """
            {"name": "created", "entity": "Ticket", "event": "INSERT", "condition": "price >= 10 AND state != 'closed'",
             "actions": [{"type": "log", "message": "expensive {{ id }} {{ title | upper }} {{ price | money }} by {{ event.user | default(\\"nobody\\") }}"}]}""";
    private static final String CLOSED = """
            {"name": "closed", "entity": "Ticket", "event": "UPDATE", "condition": "changed_to(state, 'closed')",
             "actions": [{"type": "log", "level": "warn", "message": "closed {{ id }}, was {{ old.state }}"}]}""";
    private static final String ANY = """
            {"name": "any", "entity": "Ticket", "event": "ANY",
             "actions": [{"type": "log", "message": "any {{ event.type }} {{ event.key }} {{ state }};"}]}""";

    /** What no event of another program has that does not say it. */
    private static final String UNSURE = """
            {"name": "unsure", "entity": "Ticket", "event": "ANY", "condition": "price > 1000000",
             "actions": [{"type": "log", "message": "never"}]}""";

    private static final String NOTED = """
            {"name": "noted", "entity": "Ticket", "event": "INSERT", "actions": [
              {"type": "database", "statement": "look", "params": {"title": "{{ title }}"}},
              {"type": "database", "statement": "note", "params": {"id": "{{ id }}", "said": "{{ title }}'); :said --"}}]}""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void whatIsWrittenIsFollowed(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.MYSQL);
        ServedRules rules = ServedRules.create(folder, database, CREATED, CLOSED, UNSURE, NOTED);
        rules.folder().fill("CREATE TABLE note (ticket VARCHAR(10), said VARCHAR(80), delivery VARCHAR(100))");
        rules.configure("""
                actions:
                  database:
                    statements:
                      look: "SELECT id FROM ticket WHERE title = :title -- it's ?"
                      note: "INSERT INTO note (ticket, said, delivery) VALUES (:id, :said, :delivery);"
                rules:
                  - name: any
                    entity: Ticket
                    event: ANY
                    actions: [{type: log, message: "any {{ event.type }} {{ event.key }} {{ state }};"}]
                """);
        try (DistributionServer server = rules.folder().serve()) {
            ServedRules.create(server, 1, ", state: \"open\", price: \"10.00\"");
            ServedRules.create(server, 2, ", state: \"open\", price: \"9.99\"");
            ServedRules.create(server, 3, ", price: \"11\"");
            ServedRules.mutate(server, "updateTicket(id: 1, set: {title: \"still open\"}) { id }");
            ServedRules.mutate(server, "updateTicket(id: 1, set: {state: \"closed\"}) { id }");
            ServedRules.mutate(server, "deleteTicket(id: 1) { id }");
            rules.folder()
                    .fill(
                            "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, created_at) VALUES"
                                    + " ('0d9e0a5c-0000-4000-8000-000000000001', 'Ticket', '9', 'CUSTOM', '{\"state\": \"odd\"}', '2026-01-01 00:00:00')");
            ServedRules.create(server, 4, ", state: \"last\"");
            ServedRules.awaitOutput(
                    server,
                    "expensive 1 T1 10.00 by nobody",
                    "closed 1, was open",
                    "any DELETE 1 closed;",
                    "any CUSTOM 9 odd;",
                    "any INSERT 4 last;",
                    "the rule 'unsure' gave up on event 0d9e0a5c-0000-4000-8000-000000000001");
            assertThat(server.output()).doesNotContain("expensive 2", "expensive 3", "never", "ERROR");
            assertThat(lines(server, "any [A-Z]+ 1 ")).hasSize(4);
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(rules.numbers("SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'"
                            + " AND rule = 'unsure' AND history LIKE '%the event has no `price`%'"))
                    .containsExactly(1L);
            assertThat(rules.numbers("SELECT COUNT(*) FROM note WHERE ticket = '3' AND said = 'T3''); :said --'"
                            + " AND delivery LIKE '%.noted.2'"))
                    .as("values are bound")
                    .containsExactly(1L);
            String metrics = ServedLog.metrics(server);
            assertThat(metrics)
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"log\"} 10.0")
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"database\"} 8.0")
                    .contains("\nfraiseql_observer_events_failed_total{error_type=\"condition\"} 1.0")
                    .contains("\nfraiseql_observer_events_processed_total 8.0")
                    .contains("\nfraiseql_observer_action_duration_seconds_count{action_type=\"log\"} 10")
                    .contains("\nfraiseql_observer_dlq_items 1.0")
                    .contains("\nfraiseql_observer_backlog_size 0.0")
                    .contains("\nfraiseql_outbox_backlog{cursor=\"observers\"} 0.0");
        }
    }

    /** What another program has spoiled is a dead letter of the rules that it may be for, and can be tried when it is mended. */
    @Test
    void aPoisonedEventIsParkedAndTheOthersGoOn() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE, ANY, CREATED);
        String insert = "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, created_at) VALUES"
                + " ('0d9e0a5c-0000-4000-8000-00000000000%s', '%s', '9', '%s', '%s', '" + Instant.now() + "');";
        try (DistributionServer server = rules.folder().serve()) {
            rules.folder()
                    .fill(insert.formatted(1, "Ticket", "UPDATE", "{\"state\": ")
                            + insert.formatted(2, "Other", "UPDATE", "{\"state\": ")
                            + insert.formatted(3, "Ticket", "update", "{\"state\": \"odd\"}"));
            ServedRules.create(server, 4, ", state: \"last\"");
            ServedRules.awaitOutput(server, "any INSERT 4 last;");
            rules.await(3, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(ServedLog.metrics(server))
                    .contains("\nfraiseql_observer_events_failed_total{error_type=\"unreadable\"} 3.0");
            assertThat(server.output())
                    .contains("the rule 'any' gave up on an event, which is dead letter 1:any now: the event at"
                            + " position 1 cannot be read: data is not JSON")
                    .doesNotContain("ERROR", "cannot be kept");
            assertThat(rules.folder()
                            .succeed("dlq", "show", "config.yml", "--id", "1:any")
                            .out())
                    .contains("\"key\":\"9\"", "event 1: the event at position 1 cannot be read: data is not JSON");
            Distribution.Ended refused = rules.folder().run("dlq", "retry", "config.yml", "--id", "1:any");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("the event at position 1 still cannot be read: correct its row");
            rules.folder().fill("UPDATE fraiseql_event SET data = '{\"state\": \"mended\"}' WHERE position = 1");
            assertThat(rules.folder().succeed("dlq", "retry-all", "config.yml").out())
                    .isEqualTo("1 to be tried again\n");
            ServedRules.awaitOutput(server, "any UPDATE 9 mended;");
            rules.await(2, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
        }
    }

    private static List<String> lines(DistributionServer server, String pattern) {
        return Pattern.compile(pattern)
                .matcher(server.output())
                .results()
                .map(result -> result.group())
                .toList();
    }

    /** Of each row the events are followed in the order of its writes, also after the server was killed in between. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void whatIsWrittenIsFollowedInItsOrderAlsoAfterAKill(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.SQLITE);
        ServedRules rules = ServedRules.create(folder, database, ANY);
        String[] shortLease = {"events.log.lease=1500ms", "events.log.pollInterval=500ms"};
        List<String> expected = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "UPDATE 1 v" + i + ";")
                .toList();
        String before;
        try (DistributionProcess server = rules.folder().serveProcess(shortLease)) {
            ServedRules.create(server, 1, "");
            for (int i = 1; i <= 20; i++) {
                ServedRules.mutate(server, "updateTicket(id: 1, set: {state: \"v" + i + "\"}) { id }");
            }
            server.kill();
            before = server.output();
        }
        try (DistributionServer server = rules.folder().serve(shortLease)) {
            for (int i = 21; i <= 30; i++) {
                ServedRules.mutate(server, "updateTicket(id: 1, set: {state: \"v" + i + "\"}) { id }");
            }
            ServedRules.awaitOutput(server, "UPDATE 1 v30;");
            List<String> seen = Pattern.compile("UPDATE 1 v[0-9]+;")
                    .matcher(before + "\n" + server.output())
                    .results()
                    .map(result -> result.group())
                    .toList();
            assertThat(seen.stream().distinct().toList()).isEqualTo(expected);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
        }
    }

    @Test
    void whatCannotWorkIsRefusedWithItsPlace() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL);
        assertThat(
                        rules.refused(
                                rule("a", "Tickt", "INSERT", null, "{{ id }}"),
                                rule("b", "Ticket", "INSRT", null, "{{ id }}"),
                                rule("c", "Ticket", "INSERT", "stat == 'x'", "{{ id }}"),
                                rule("d", "Ticket", "INSERT", "old.state == 'x'", "{{ id }}"),
                                rule("e", "Ticket", "INSERT", "price == 'much'", "{{ id }}"),
                                rule("a", "Ticket", "ANY", null, "{{ id }}"),
                                "{\"name\": \"f\", \"entity\": \"Ticket\", \"event\": \"ANY\", \"mode\": \"queud\", \"actions\": []}"))
                .contains(
                        "8 problems",
                        "/observers/0/entity: nothing that is written is called `Tickt`",
                        "did you mean `Ticket`?")
                .contains("/observers/1/event: `INSRT` is no event")
                .contains(
                        "/observers/2/condition: at character 1: `Ticket` has no stored field `stat`; did you mean `state`?")
                .contains("/observers/3/condition: at character 1: `old` is known of updates and deletes")
                .contains("/observers/4/condition: at character 10: 'much' is not a number")
                .contains("/observers/5/name: there is already an observer `a`")
                .contains("/observers/6/mode: `mode` is `queud` (write direct, queued)")
                .contains("/observers/6: `actions` says nothing to do");
        assertThat(rules.refused(
                        rule("a", "Ticket", "INSERT", null, "{{ titel }}"),
                        rule("b", "Ticket", "INSERT", null, "x\", \"colour\": \"red"),
                        rule("c", "Ticket", "INSERT", null, "x").replace("log", "kafka")))
                .contains(
                        "/observers/0/actions/0/message: at character 4: `Ticket` has no stored field `titel`; did you mean `title`?")
                .contains("/observers/1/actions/0/colour: is not a known key")
                .contains("/observers/2/actions/0/type: there is no action `kafka`");
    }

    private static String rule(String name, String entity, String event, String condition, String message) {
        return "{\"name\": \"%s\", \"entity\": \"%s\", \"event\": \"%s\", %s\"actions\": [{\"type\": \"log\", \"message\": \"%s\"}]}"
                .formatted(
                        name,
                        entity,
                        event,
                        condition == null ? "" : "\"condition\": \"" + condition + "\", ",
                        message);
    }

    @Test
    void rulesOfTheConfigurationAreCheckedAtTheStartAndByCheck() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, ANY);
        rules.configure("""
                rules:
                  - {name: any, entity: Ticket, event: INSERT, actions: [{type: log, message: x}]}
                  - {name: b, entity: Ticket, event: INSERT, condition: "colour == 'red'", actions: [{type: log, messge: x}]}
                """);
        for (Distribution.Ended ended :
                List.of(rules.folder().refuse(), rules.folder().check())) {
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("/observers/rules/0/name: there is already an observer `any`")
                    .contains("/observers/rules/1/condition: at character 1: `Ticket` has no stored field `colour`")
                    .contains("/observers/rules/1/actions/0/messge: is not a known key; did you mean 'message'?");
        }
    }

    @Test
    void aPluginAddsAnAction() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE);
        rules.folder().distribution().withExamplePlugin();
        rules.compileByCommand("{\"name\": \"kept\", \"entity\": \"Ticket\", \"event\": \"INSERT\", \"actions\": ["
                + "{\"type\": \"journal\", \"file\": \"tickets.txt\", \"line\": \"{{ id }} {{ title }}\"}]}");
        Path journal = rules.folder().distribution().folder().resolve("data/tickets.txt");
        try (DistributionServer server = rules.folder().serve("plugins.example.journal.folder=data")) {
            ServedRules.create(server, 1, "");
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(Waiting.until(ServedRules.SOON, () -> Files.exists(journal)))
                    .isTrue();
            ServedRules.create(server, 2, "");
            assertThat(Waiting.until(ServedRules.SOON, () -> lines(journal).size() == 2))
                    .isTrue();
            assertThat(lines(journal)).allMatch(line -> line.matches("[12] T[12]\t[0-9a-f-]{36}[.]kept"));
        }
        assertThat(rules.folder().refuse("plugins.example.journal.foldr=data").err())
                .contains("plugins.example.journal.foldr", "did you mean 'folder'?");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rulesNeedEvents() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, ANY);
        for (Distribution.Ended ended : List.of(
                rules.folder().refuse("events.outbox.enabled=false"),
                rules.folder().check("events.outbox.enabled=false"))) {
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("there are observers, but events.outbox.enabled is false");
        }
    }

    /** A rule is renamed or taken away while it has something to do. */
    @Test
    void whatIsLeftOfRulesThatAreGoneIsTold() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, ANY);
        rules.folder()
                .fill(
                        "INSERT INTO fraiseql_observer_delivery (position, rule, state, done, attempt, due_at, history, event)"
                                + " VALUES (1, 'renamed', 'WAITING', 0, 1, '2026-01-01 00:00:00', '[]', '{}'),"
                                + " (2, 'given-up', 'DEAD', 0, 1, '2026-01-01 00:00:00', '[]', '{}');"
                                + "INSERT INTO fraiseql_job (id, type, rule, action, organisation, priority, lane, position, run_at,"
                                + " attempt, history, event, turn, state, worker, token) VALUES ('x.taken', 'log', 'taken', 0, '',"
                                + " 100, '', 3, '2026-01-01 00:00:00', 0, '[]', '{}', 1, 'PENDING', '', 1)");
        String queued = ANY.replace("\"any\"", "\"queued\", \"mode\": \"queued\"");
        rules.compile(ANY, queued);
        try (DistributionServer server = rules.folder().serve()) {
            ServedRules.awaitOutput(
                    server,
                    "deliveries wait for rules that are gone (renamed: 1) and go on when these come back",
                    "jobs of the rule 'taken' wait, because this server has no such rule");
            assertThat(rules.folder()
                            .succeed("observers", "status", "config.yml")
                            .out())
                    .containsPattern("renamed +gone +1 +0")
                    .containsPattern("given-up +gone +0 +1")
                    .containsPattern("any +enabled +0 +0");
        }
    }

    @Test
    void otherRulesAreFollowedWithoutARestart() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, ANY);
        try (DistributionServer server = rules.folder().serve("schema.watch=true")) {
            ServedRules.create(server, 1, ", state: \"first\"");
            ServedRules.awaitOutput(server, "any INSERT 1 first;");
            rules.compile(ANY.replace("any {{", "other {{"));
            assertThat(Waiting.until(ServedRules.SOON, () -> ServedLog.metrics(server)
                            .contains("fraiseql_schema_reloads_total{outcome=\"ok\"} 1.0")))
                    .isTrue();
            ServedRules.create(server, 2, ", state: \"second\"");
            ServedRules.awaitOutput(server, "other INSERT 2 second;");
        }
    }
}
