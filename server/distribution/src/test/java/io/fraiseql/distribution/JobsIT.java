package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.distribution.WebhookReceiver.Received;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules whose deliveries are jobs, of the shipped server. */
class JobsIT extends BaseWebhookIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of("jobs.queue", "jobs.workers", "jobs.visibility", "jobs.maxSize");

    private static final String QUEUED = "\"mode\": \"queued\", ";

    @Test
    void doesTriesAgainAndParksWhatQueuedRulesSay() throws IOException {
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule(
                        "fine",
                        "fine",
                        "/fine",
                        QUEUED + "\"ordered\": true, ",
                        "}, {\"type\": \"log\", \"message\": \"second {{ id }};\""),
                rule("down", "bad", "/down", QUEUED + retry(2, "")),
                rule("held", "held", "/held", QUEUED),
                rule("late", "late", "/late", QUEUED + "\"delay_ms\": 3600000, "));
        receiver.answer("/down", 503, "");
        try (DistributionServer server = rules.folder().serve(with("jobs.workers=2", Operator.SETTING))) {
            ServedRules.create(server, 1, ", state: \"fine\"");
            ServedRules.create(server, 2, ", state: \"bad\"");
            ServedRules.create(server, 3, ", state: \"late\"");
            await(() -> receiver.at("/fine").size() == 1);
            ServedRules.awaitOutput(server, "second 1;");
            assertThat(receiver.at("/fine").get(0).header("webhook-id")).endsWith(".fine");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(receiver.at("/down").stream().map(one -> one.header("webhook-attempt")))
                    .containsExactly("1", "2");
            lookedAfter(rules);
            for (int id = 4; id <= 8; id++) {
                ServedRules.create(server, id, ", state: \"held\"");
            }
            rules.await(2, "SELECT COUNT(*) FROM fraiseql_job WHERE state = 'RUNNING'");
            rules.await(3, "SELECT COUNT(*) FROM fraiseql_job WHERE state = 'PENDING'");
            assertThat(ServedLog.metrics(server))
                    .contains("\nfraiseql_observer_job_queued_total 9.0")
                    .contains("\nfraiseql_observer_job_executed_total{action_type=\"webhook\"} 2.0")
                    .contains("\nfraiseql_observer_job_executed_total{action_type=\"log\"} 1.0")
                    .contains("\nfraiseql_observer_job_failed_total{action_type=\"webhook\"} 1.0")
                    .contains("\nfraiseql_observer_job_retry_attempts_total{action_type=\"webhook\"} 1.0")
                    .contains("\nfraiseql_observer_job_queue_depth{state=\"pending\"} 3.0")
                    .contains("\nfraiseql_observer_job_queue_depth{state=\"delayed\"} 1.0")
                    .contains("\nfraiseql_observer_job_queue_depth{state=\"running\"} 2.0");
            areShown(new Operator(server));
            receiver.release();
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_job");
        }
    }

    /** A dead letter of a job is one like any other, and what waits is shown. */
    private void lookedAfter(ServedRules rules) throws IOException {
        receiver.answer("/down", 200, "");
        assertThat(dlq(rules, "list"))
                .contains(":down", "INSERT Ticket 2", "webhook 2: 127.0.0.1 answered with status 503");
        assertThat(dlq(rules, "retry-all")).isEqualTo("1 to be tried again\n");
        await(() -> receiver.at("/down").size() == 3);
        rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
        assertThat(jobs(rules, "stats")).containsPattern("\ndatabase +0 +1 +0 +1\n");
        assertThat(jobs(rules, "list")).contains(".late", "delayed", "webhook");
        assertThat(jobs(rules, "list", "--state", "pending")).doesNotContain(".late");
        assertThat(jobs(rules, "list", "--queue", "database")).contains(".late");
        assertThat(jobs(rules, "list", "--rule", "held")).doesNotContain(".late");
        String listed = jobs(rules, "list", "--format", "json");
        String id = listed.substring(listed.indexOf("\"id\"")).split("\"")[3];
        assertThat(jobs(rules, "show", "--id", id)).contains("rule         late", "\"key\":\"3\"");
        assertThat(rules.folder()
                        .run("jobs", "show", "config.yml", "--id", "none")
                        .err())
                .contains("there is no job none");
    }

    /** To operators: three that wait, two that run and one whose time has not come. */
    private static void areShown(Operator alice) throws IOException {
        String counts = "\"pending\":3,\"delayed\":1,\"running\":2,\"all\":6";
        assertThat(alice.get("jobs/stats").body())
                .isEqualTo("{" + counts + ",\"queues\":{\"database\":{" + counts + "}}}");
        assertThat(alice.get("jobs").json().path("jobs")).hasSize(6);
        assertThat(alice.get("jobs?rule=held").json().path("jobs")).hasSize(5);
        assertThat(alice.get("jobs?state=pending&limit=2").json().path("jobs")).hasSize(2);
        assertThat(alice.get("jobs?rule=held&state=delayed").json().path("jobs"))
                .isEmpty();
        JsonNode late = alice.get("jobs?rule=late").json().path("jobs").get(0);
        assertThat(late.path("state").asText()).isEqualTo("delayed");
        JsonNode one = alice.get("jobs/" + late.path("id").asText()).json();
        assertThat(one).isEqualTo(late);
        assertThat(one.path("event").path("key").asText()).isEqualTo("3");
        assertThat(alice.get("jobs/none.late").status()).isEqualTo(404);
        assertThat(alice.get("jobs?state=gone").body()).contains("state is one of pending, delayed, running");
        assertThat(alice.get("jobs?queue=redis").body()).contains("queue is one of database");
        assertThat(alice.get("jobs?limit=1001").body()).contains("limit must be from 1 to 1000");
        assertThat(alice.get("jobs?stat=pending").body()).contains("the parameter `stat` is not known here");
        assertThat(alice.call("POST", "jobs", "").status()).isEqualTo(404);
        assertThat(alice.call("GET", "jobs", "", "").status()).isEqualTo(401);
    }

    private static String jobs(ServedRules rules, String action, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("jobs", action, "config.yml"));
        arguments.addAll(List.of(options));
        return rules.folder().succeed(arguments.toArray(String[]::new)).out();
    }

    /** What the queue has no room for waits as deliveries, in its order, and is done when there is room. */
    @Test
    void whatAFullQueueCannotTakeWaits() throws IOException {
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule("held", "held", "/held", QUEUED + "\"ordered\": true, "),
                rule("direct", "held", "/direct", ""));
        try (DistributionServer server = rules.folder().serve(with("jobs.maxSize=2"))) {
            for (int id = 1; id <= 6; id++) {
                ServedRules.create(server, id, ", state: \"held\"");
            }
            await(() -> receiver.at("/direct").size() == 6);
            rules.await(2, "SELECT COUNT(*) FROM fraiseql_job");
            rules.await(4, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            receiver.release();
            await(() -> receiver.at("/held").size() == 6);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_job");
        }
    }

    @Test
    void anotherServerDoesTheJobsOfOneThatIsKilled() throws IOException {
        ServedRules rules = rules(TestDatabase.POSTGRESQL, rule("held", "held", "/held", QUEUED));
        String[] settings = with("jobs.workers=4", "jobs.visibility=2s", "observers.circuit.enabled=false");
        DistributionProcess killed = rules.folder()
                .serveProcess(Stream.concat(Stream.of(settings), Stream.of("events.roles=[workers]"))
                        .toArray(String[]::new));
        try (DistributionServer other = rules.folder().serve(settings)) {
            for (int id = 1; id <= 12; id++) {
                ServedRules.create(other, id, ", state: \"held\"");
            }
            await(() -> receiver.holding() == 8);
            killed.kill();
            receiver.release();
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_job");
            List<String> ids =
                    receiver.at("/held").stream().map(JobsIT::id).distinct().toList();
            assertThat(ids).hasSize(12);
            assertThat(receiver.at("/held")).hasSize(16);
        } finally {
            killed.close();
        }
    }

    /** While Redis is gone other rules go on, and what it would get waits in the database. */
    @Test
    void aQueueInRedisMayBeGoneForAWhile(@TempDir Path files) throws IOException {
        ServedRules rules = queuedAndDirect();
        rules.folder()
                .fill(
                        "INSERT INTO fraiseql_job (id, type, rule, action, organisation, priority, lane, position, run_at,"
                                + " attempt, history, event, turn, state, worker, token) VALUES ('x.queued', 'log', 'queued', 0, '',"
                                + " 100, '', 3, '2026-01-01 00:00:00', 0, '[]', '{}', 1, 'PENDING', '', 1)");
        try (TestRedis redis = TestRedis.start(files);
                DistributionServer server = rules.folder()
                        .serve(with("jobs.queue=redis", "plugins.queue-redis.redis.url=" + redis.url()))) {
            ServedRules.awaitOutput(server, "1 jobs are in the table fraiseql_job, and jobs.queue is redis");
            ServedRules.create(server, 1, ", state: \"fine\"");
            await(() -> receiver.at("/queued").size() == 1);
            redis.stop();
            ServedRules.create(server, 2, ", state: \"fine\"");
            await(() -> receiver.at("/direct").size() == 2);
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(HttpAnswer.get(server.adminPort(), "/healthcheck").body())
                    .contains("\"jobs\":{\"healthy\":false")
                    .doesNotContain("stack");
            redis.startAgain();
            await(() -> receiver.at("/queued").size() == 2);
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(HttpAnswer.get(server.adminPort(), "/healthcheck").body())
                    .contains("\"jobs\":{\"healthy\":true");
            assertThat(receiver.at("/queued").stream().map(JobsIT::id).distinct())
                    .hasSize(2);
            assertThat(rules.numbers("SELECT COUNT(*) FROM fraiseql_job WHERE id <> 'x.queued'"))
                    .containsExactly(0L);
        }
        Distribution.Ended unused = rules.folder().check("plugins.queue-redis.redis.name=mine");
        assertThat(unused.err()).contains("configures a queue that is not used; set jobs.queue to redis");
        Distribution.Ended unknown = rules.folder().check("jobs.queue=rediss");
        assertThat(unknown.err()).contains("jobs.queue", "is no queue").contains("redis");
    }

    /** A Redis that answers nothing costs other rules the time of an answer now and then. */
    @Test
    void aQueueInRedisMayHang(@TempDir Path files) throws IOException {
        ServedRules rules = queuedAndDirect();
        String timeout = "plugins.queue-redis.redis.timeout=600ms";
        try (TestRedis redis = TestRedis.start(files);
                DistributionServer server = rules.folder()
                        .serve(with("jobs.queue=redis", "plugins.queue-redis.redis.url=" + redis.url(), timeout))) {
            ServedRules.create(server, 1, ", state: \"fine\"");
            await(() -> receiver.at("/queued").size() == 1);
            assertThat(redis.ask("CLIENT PAUSE 15000 ALL")).isEqualTo("+OK");
            for (int id = 2; id <= 20; id++) {
                ServedRules.create(server, id, ", state: \"fine\"");
            }
            await(() -> receiver.at("/direct").size() == 20);
            assertThat(receiver.at("/queued")).as("Redis still hangs").hasSize(1);
            assertThat(server.output()).doesNotContain("cut off");
            await(() -> receiver.at("/queued").size() == 20);
        }
    }

    /** Two rules for the same rows. */
    private ServedRules queuedAndDirect() throws IOException {
        return rules(
                TestDatabase.POSTGRESQL,
                rule("queued", "fine", "/queued", QUEUED),
                rule("direct", "fine", "/direct", ""));
    }

    private static String id(Received webhook) {
        return webhook.header("webhook-id");
    }

    private static String[] with(String... settings) {
        return Stream.concat(Stream.of(SHORT_LEASE), Stream.of(settings)).toArray(String[]::new);
    }
}
