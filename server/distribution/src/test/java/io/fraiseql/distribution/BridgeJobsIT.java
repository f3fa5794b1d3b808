package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestNats;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the events of a transport leave to be done later. */
class BridgeJobsIT extends BaseBridgeIT {

    private static final String QUEUED = "\"mode\": \"queued\", ";
    private static final String JOBS = "SELECT COUNT(*) FROM fraiseql_job";

    /** All rows are in one partition. */
    @Test
    void aRetryHoldsBackItsRowForItsRuleOnly() throws Exception {
        ServedRules rules =
                rules(TestDatabase.POSTGRESQL, any("rows", "/rows/{{ id }}"), any("other", "/other/{{ id }}"));
        receiver.answer("/rows/1", 503, "");
        String one = "plugins.transport-nats.jetstream.partitions=1";
        try (TestNats nats = TestNats.start();
                DistributionServer bridge = rules.folder().serve(bridge(nats, one));
                DistributionServer worker = rules.folder().serve(workers(nats, one));
                DistributionServer other = rules.folder().serve(workers(nats, one))) {
            ServedRules.create(bridge, 1, ", state: \"0\"");
            await(() -> receiver.at("/rows/1").size() >= 2);
            for (int update = 1; update <= 3; update++) {
                update(bridge, 1, update);
            }
            ServedRules.create(bridge, 2, ", state: \"0\"");
            update(bridge, 2, 1);
            await(() -> ids("/rows/2").size() == 2 && ids("/other/1").size() == 4);
            assertThat(ids("/rows/1")).hasSize(1);
            rules.await(4, JOBS);
            receiver.answer("/rows/1", 204, "");
            await(() -> ids("/rows/1").size() == 4);
            assertThat(positions(receiver.at("/rows/1"))).isSorted();
            rules.await(0, JOBS);
            update(bridge, 1, 4);
            await(() -> ids("/rows/1").size() == 5);
            assertThat(ServedLog.metrics(worker) + ServedLog.metrics(other))
                    .contains("fraiseql_observer_job_retry_attempts_total{action_type=\"webhook\"}");
        }
    }

    /** With a circuit that opens, what waits for it waits as jobs. */
    @Test
    void whatWaitsForAServerHoldsBackNoOther() throws Exception {
        try (WebhookReceiver down = new WebhookReceiver();
                TestNats nats = TestNats.start()) {
            String dead = down.url("/down");
            String rule = any("down", "/down").replace(receiver.url("/down"), dead);
            ServedRules rules = rules(TestDatabase.POSTGRESQL, rule, any("all", "/all"));
            down.answer("/down", 503, "");
            String[] settings = {
                "plugins.transport-nats.jetstream.partitions=1",
                "observers.circuit.enabled=true",
                "observers.circuit.failures=2",
                "observers.circuit.openFor=3s"
            };
            try (DistributionServer bridge = rules.folder().serve(bridge(nats, settings[0]));
                    DistributionServer worker = rules.folder().serve(workers(nats, settings))) {
                for (int id = 1; id <= 6; id++) {
                    ServedRules.create(bridge, id, ", state: \"0\"");
                }
                await(() -> ids("/all").size() == 6);
                rules.await(6, JOBS);
                assertThat(down.at("/down")).hasSizeLessThan(10);
                assertThat(ServedLog.metrics(worker)).contains("fraiseql_observer_action_deferred_total");
                down.answer("/down", 204, "");
                rules.await(0, JOBS);
                rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            }
        }
    }

    @Test
    void queuedRulesAndSchedulesAreDoneByTheWorkers() throws Exception {
        ServedRules rules = configured(
                TestDatabase.POSTGRESQL,
                "rules: [" + rule("queued", "fine", "/queued", QUEUED + "\"ordered\": true, ") + "]\n"
                        + schedules("yearly") + schedule("direct", ", \"mode\": \"direct\"") + "]");
        try (TestNats nats = TestNats.start();
                DistributionServer bridge = rules.folder().serve(bridge(nats));
                DistributionServer worker = rules.folder().serve(workers(nats))) {
            aTimePasses(rules);
            ServedRules.create(bridge, 1, ", state: \"fine\"");
            await(() -> receiver.at("/queued").size() == 1);
            await(() ->
                    receiver.at("/yearly").size() == 1 && receiver.at("/direct").size() == 1);
            rules.await(0, JOBS);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(ServedLog.metrics(worker)).contains("\nfraiseql_observer_job_queued_total 2.0");
            assertThat(ServedLog.metrics(bridge)).contains("\nfraiseql_observer_job_queued_total 0.0");
        }
    }

    /** Jobs of queued rules are in Redis, and what is tried again is in the database; operators see both. */
    @Test
    void theQueueMayBeInRedis(@TempDir Path files) throws Exception {
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule("queued", "fine", "/queued", QUEUED),
                rule("late", "fine", "/late", QUEUED + "\"delay_ms\": 3600000, "),
                any("all", "/all"));
        receiver.answer("/all", 503, "");
        try (TestNats nats = TestNats.start();
                TestRedis redis = TestRedis.start(files);
                DistributionServer bridge = rules.folder().serve(bridge(nats));
                DistributionServer worker = rules.folder()
                        .serve(workers(
                                nats,
                                Operator.SETTING,
                                "jobs.queue=redis",
                                "plugins.queue-redis.redis.url=" + redis.url()))) {
            ServedRules.create(bridge, 1, ", state: \"fine\"");
            await(() ->
                    receiver.at("/queued").size() == 1 && receiver.at("/all").size() > 2);
            rules.await(1, JOBS);
            bothQueuesAreShown(new Operator(worker));
            redis.stop();
            ServedRules.create(bridge, 2, ", state: \"fine\"");
            rules.await(2, JOBS);
            receiver.answer("/all", 204, "");
            await(() -> ids("/all").size() == 2);
            rules.await(0, JOBS);
            assertThat(receiver.at("/queued")).hasSize(1);
            redis.startAgain();
            await(() -> ids("/queued").size() == 2);
            assertThat(worker.output()).contains("the queue of jobs answers again");
        }
    }

    private static void bothQueuesAreShown(Operator alice) throws IOException {
        await(() -> shown(alice).findValuesAsText("rule").equals(List.of("all", "late")));
        for (JsonNode job : shown(alice)) {
            JsonNode one = alice.get("jobs/" + job.path("id").asText()).json();
            assertThat(one.path("queue")).isEqualTo(job.path("queue"));
            assertThat(one.path("queue").asText())
                    .isEqualTo(one.path("rule").asText().equals("all") ? "database" : "redis");
        }
        JsonNode stats = alice.get("jobs/stats").json();
        assertThat(stats.path("all").asInt()).isEqualTo(2);
        assertThat(stats.path("queues").path("database").path("all").asInt()).isEqualTo(1);
        assertThat(stats.path("queues").path("redis").path("delayed").asInt()).isEqualTo(1);
        assertThat(alice.get("jobs/stats?queue=database").json().path("all").asInt())
                .isEqualTo(1);
        assertThat(alice.get("jobs?queue=nats").body()).contains("queue is one of database, redis");
    }

    private static JsonNode shown(Operator alice) {
        try {
            return alice.get("jobs").json().path("jobs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the queue has no room for stays in the transport. */
    @Test
    void aFullQueueHoldsBackItsPartitions() throws Exception {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, rule("held", "held", "/held", QUEUED));
        String[] settings = {"jobs.maxSize=2", "jobs.workers=1", "plugins.transport-nats.jetstream.partitions=1"};
        try (TestNats nats = TestNats.start();
                DistributionServer bridge = rules.folder().serve(bridge(nats, settings[2]));
                DistributionServer worker = rules.folder().serve(workers(nats, settings))) {
            for (int id = 1; id <= 5; id++) {
                ServedRules.create(bridge, id, ", state: \"held\"");
            }
            await(() -> ServedLog.metrics(worker).contains("fraiseql_observer_events_processed_total 3.0"));
            rules.await(2, JOBS);
            receiver.release();
            await(() -> ids("/held").size() == 5);
            rules.await(0, JOBS);
        }
    }

    private String schedules(String name) {
        return "schedules: [" + schedule(name, "") + ", ";
    }

    private String schedule(String name, String more) {
        return "{\"name\": \"%s\", \"cron\": \"0 0 1 jan *\", \"actions\": [{\"type\": \"webhook\", \"url\": \"%s\"}]%s}"
                .formatted(name, receiver.url("/" + name), more);
    }

    /** As if nobody had been there since the year before. */
    private static void aTimePasses(ServedRules rules) throws IOException {
        rules.await(2, "SELECT COUNT(*) FROM fraiseql_observer_schedule");
        rules.folder()
                .fill("UPDATE fraiseql_observer_schedule SET minute = minute - "
                        + Duration.ofDays(400).toMinutes());
    }
}
