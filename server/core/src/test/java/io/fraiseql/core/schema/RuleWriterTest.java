package io.fraiseql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.model.ScheduledRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleWriterTest {

    private static final String SCHEMA = """
            {"types": [{"name": "A", "sql_source": "a", "primary_key": ["id"], "fields": [{"name": "id", "type": "Int", "nullable": false}]}],
             "queries": [{"name": "as", "return_type": "A", "returns_list": true}],
             "mutations": [{"name": "createA", "return_type": "A", "table": "a", "operation": "CREATE"}],
             "observers": [
               {"name": "full", "entity": "A", "event": "INSERT", "condition": "id > 1", "enabled": false, "timeout_ms": 5,
                "actions": [{"type": "x", "n": 1.10, "list": ["a"], "deep": {"b": true}}, {"type": "y"}], "on_failure": "alert",
                "retry": {"max_attempts": 7, "backoff": "linear", "initial_delay_ms": 1, "max_delay_ms": 2, "jitter": false}},
               {"name": "short", "entity": "A", "event": "ANY", "actions": [{"type": "x"}]},
               {"name": "later", "entity": "A", "event": "ANY", "actions": [{"type": "x"}], "mode": "queued", "priority": 7,
                "ordered": true, "delay_ms": 9}],
             "schedules": [
               {"name": "nightly", "cron": "0 3 * * *", "zone": "Europe/Berlin", "actions": [{"type": "x"}]},
               {"name": "hourly", "cron": "0 * * * *", "mode": "direct", "actions": [{"type": "x"}]}]}""";

    private final SchemaLoader loader = new SchemaLoader(TestScalars.all());

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        Model model = loader.load(SCHEMA, List.of("test")).orThrow();
        String written = JsonOutput.pretty(new SchemaWriter().write(model));
        assertThat(loader.load(written, List.of("test")).orThrow()).isEqualTo(model);
        assertThat(model.observers().get(0).actions().get(0).parameters())
                .isEqualTo("{\"n\":1.10,\"list\":[\"a\"],\"deep\":{\"b\":true}}");
        assertThat(model.observers().get(1).retry().maxAttempts()).isEqualTo(3);
        assertThat(model.observers().get(2).queueing()).isEqualTo(new Rule.Queueing(7, true, Duration.ofMillis(9)));
        assertThat(model.schedules()).extracting(ScheduledRule::zone).containsExactly("Europe/Berlin", "UTC");
        assertThat(model.schedules().get(1).rule().queueing()).isNull();
    }

    @Test
    void wrongSchedulesAreNamed() {
        String wrong = SCHEMA.replace("0 3 * * *", "0 3 * * 9")
                .replace("Europe/Berlin", "Mars")
                .replace("\"hourly\"", "\"short\", \"entity\": \"A\", \"corn\": 1");
        assertThat(loader.load(wrong, List.of("test")).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "/schedules/0/cron: the day of the week `9` is no number from 0 to 7, nor a range, a step or a list of these",
                        "/schedules/0/zone: `Mars` is no time zone (write one such as Europe/Berlin)",
                        "/schedules/1/entity: `entity` is for rules about writes (remove it)",
                        "/schedules/1/corn: `corn` is not a key of an observer",
                        "/schedules/1/name: there is already an observer `short` (rename one of them)");
    }

    @Test
    void wrongFormsAreNamed() {
        String wrong = SCHEMA.replace("\"max_attempts\": 7", "\"max_attempts\": 0, \"tries\": 1")
                .replace("\"linear\"", "\"lineer\"")
                .replace("\"alert\"", "\"alarm\"")
                .replace("\"short\"", "\"so short\", \"priority\": 3")
                .replace("\"priority\": 7", "\"priority\": 1000001")
                .replace("\"queued\"", "\"qeued\"");
        assertThat(loader.load(wrong, List.of("test")).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "/observers/0/retry/max_attempts: `max_attempts` must be at least 1",
                        "/observers/0/retry/backoff: `backoff` is `lineer` (write exponential, linear, fixed)",
                        "/observers/0/retry/tries: `tries` is not a key of `retry`",
                        "/observers/0/on_failure: `on_failure` is `alarm` (write log, alert, dlq)",
                        "/observers/1/name: `so short` is not a name (write a letter, then letters, digits, `_` and `-`, 100 at most)",
                        "/observers/1/priority: `priority` is for rules whose deliveries are jobs (add \"mode\": \"queued\", or remove it)",
                        "/observers/2/mode: `mode` is `qeued` (write direct, queued)",
                        "/observers/2/priority: `priority` must be from 0 to 1000000");
    }

    @Test
    void theFirstDelayIsNotLongerThanTheLongest() {
        assertThat(problems("\"initial_delay_ms\": 1", "\"initial_delay_ms\": 3"))
                .containsExactly(
                        "/observers/0/retry/initial_delay_ms: `initial_delay_ms` (3) is more than `max_delay_ms` (2) (make the first delay shorter, or the longest one longer)");
        assertThat(problems("\"initial_delay_ms\": 1, ", ""))
                .containsExactly(
                        "/observers/0/retry/max_delay_ms: `initial_delay_ms` (100) is more than `max_delay_ms` (2) (make the first delay shorter, or the longest one longer)");
    }

    private List<String> problems(String written, String wrong) {
        return loader.load(SCHEMA.replace(written, wrong), List.of("test")).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
