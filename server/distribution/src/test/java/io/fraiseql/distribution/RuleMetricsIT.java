package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counters are there before there is anything to count, because an alert for an increase does not see the first count otherwise. */
class RuleMetricsIT {

    private static final String RULE =
            "{\"name\": \"%s\", \"entity\": \"Ticket\", \"event\": \"ANY\", %s \"actions\": [{\"type\": \"log\", \"message\": \"saw\"}],"
                    + " \"on_failure\": \"%s\"}";
    private static final String[] OF_OBSERVERS = {
        "alerts_total{rule=\"loud\"}",
        "events_failed_total{error_type=\"condition\"}",
        "events_failed_total{error_type=\"unreadable\"}",
        "action_executed_total{action_type=\"log\"}",
        "action_errors_total{action_type=\"log\",error_type=\"permanent\"}",
        "action_errors_total{action_type=\"log\",error_type=\"timeout\"}",
        "action_deferred_total{action_type=\"log\",reason=\"circuit\"}",
        "circuit_opened_total{action_type=\"log\"}"
    };
    private static final String[] OF_JOBS = {
        "job_executed_total{action_type=\"log\"}",
        "job_failed_total{action_type=\"log\"}",
        "job_left_total{action_type=\"log\"}",
        "job_lost_total{action_type=\"log\"}",
        "job_retry_attempts_total{action_type=\"log\"}"
    };

    @TempDir
    private Path folder;

    @Test
    void countersBeginWithTheirRules() throws IOException {
        ServedRules rules = ServedRules.create(
                folder, TestDatabase.SQLITE, RULE.formatted("loud", "", "alert"), RULE.formatted("quiet", "", "log"));
        try (DistributionServer server = rules.folder().serve(Operator.SETTING, "events.log.pollInterval=200ms")) {
            String metrics = ServedLog.metrics(server);
            assertThat(metrics).contains(zeros(OF_OBSERVERS)).doesNotContain("{rule=\"quiet\"}", OF_JOBS[0]);
            Operator operator = new Operator(server);
            String managed = RULE.formatted("managed", "\"mode\": \"queued\",", "alert");
            assertThat(operator.call("POST", "observers", managed).status()).isEqualTo(201);
            String[] begun = zeros("alerts_total{rule=\"managed\"}");
            assertThat(Waiting.until(
                            ServedRules.SOON, () -> ServedLog.metrics(server).contains(begun[0])))
                    .isTrue();
            assertThat(Waiting.until(
                            ServedRules.SOON, () -> ServedLog.metrics(server).contains(zeros(OF_JOBS)[0])))
                    .isTrue();
            assertThat(ServedLog.metrics(server)).contains(zeros(OF_JOBS));
        }
    }

    private static String[] zeros(String... counters) {
        String[] lines = new String[counters.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "\nfraiseql_observer_" + counters[i] + " 0.0\n";
        }
        return lines;
    }
}
