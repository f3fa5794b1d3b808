package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.WebhookReceiver.Received;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestNats;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shipped servers know together in a real Redis: what was done, and how much was. */
class RedisStateIT extends BaseWebhookIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of("state.store", "observers.dedup.enabled", "observers.dedup.window");

    private static final Duration CLAIM = Duration.ofSeconds(10 + 5);
    private static final int ROWS = 14;
    private static final int PER_SECOND = 3;
    private static final String MARK = "EVAL \"return redis.call('PTTL', redis.call('KEYS', '*claim*')[1])\" 0";

    @TempDir
    private Path files;

    private static String[] stateful(TestRedis redis, String... more) {
        return Stream.of(
                        Stream.of(SHORT_LEASE),
                        Stream.of("state.store=redis", "plugins.state-redis.redis.url=" + redis.url()),
                        Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private static String[] carried(TestRedis redis, TestNats nats, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "observers.transport=jetstream",
                "plugins.transport-nats.jetstream.connection.servers=[\"" + nats.url() + "\"]",
                "plugins.transport-nats.jetstream.partitions=2",
                "plugins.transport-nats.jetstream.ackWait=2s"));
        settings.addAll(List.of(more));
        return stateful(redis, settings.toArray(String[]::new));
    }

    /** One of the event's actions was done when the worker was killed, and it was at the other one. */
    @Test
    void whatAKilledWorkerHadDoneIsNotDoneAgain() throws Exception {
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule("first", "new", "/first", ""),
                rule("second", "new", "/held", "\"timeout_ms\": 10000, "));
        try (TestNats nats = TestNats.start();
                TestRedis redis = TestRedis.start(files);
                DistributionProcess bridge =
                        rules.folder().serveProcess(carried(redis, nats, "observers.topology=bridge"))) {
            String[] workers = carried(redis, nats, "observers.topology=workers", "events.roles=[workers]");
            try (DistributionProcess killed = rules.folder().serveProcess(workers)) {
                ServedRules.create(bridge, 1, ", state: \"new\"");
                await(() -> receiver.holding() == 1 && executed(killed) == 1);
                killed.kill();
            }
            receiver.release();
            try (DistributionProcess other = rules.folder().serveProcess(workers)) {
                await(() -> executed(other) == 1);
                assertThat(ServedLog.metrics(other)).contains("\nfraiseql_observer_dedup_processing_skipped_total 1.0");
                assertThat(number(other, "fraiseql_observer_dedup_detected_total"))
                        .isGreaterThan(1);
                assertThat(milliseconds(redis)).isBetween(200_000L, 300_000L);
            }
        }
        assertThat(receiver.at("/first")).hasSize(1);
        List<Received> second = receiver.at("/held");
        assertThat(second).hasSize(2);
        assertThat(second.get(1).header("webhook-attempt"))
                .as("waiting counts no try")
                .isEqualTo("1");
        assertThat(second.get(1).nanos() - second.get(0).nanos())
                .isGreaterThan(CLAIM.minusMillis(500).toNanos());
    }

    private static long executed(DistributionServer server) {
        return number(server, "fraiseql_observer_action_executed_total{action_type=\"webhook\"}");
    }

    private static long number(DistributionServer server, String metric) {
        return ServedLog.metrics(server)
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(metric.length())))
                .sum();
    }

    @Test
    void aStoreThatIsGoneHoldsNothingUp() throws IOException {
        ServedRules rules = rules(TestDatabase.SQLITE, rule("fine", "fine", "/fine", ""));
        try (TestRedis redis = TestRedis.start(files)) {
            try (DistributionServer server = rules.folder().serve(stateful(redis, "observers.dedup.window=1000s"))) {
                ServedRules.create(server, 1, ", state: \"fine\"");
                await(() -> executed(server) == 1);
                assertThat(milliseconds(redis)).isBetween(900_000L, 1_000_000L);
                redis.stop();
                for (int id = 2; id <= 5; id++) {
                    ServedRules.create(server, id, ", state: \"fine\"");
                }
                await(() -> executed(server) == 5);
                assertThat(number(server, "fraiseql_observer_dedup_unavailable_total"))
                        .isEqualTo(4);
                assertThat(health(server)).contains("\"state\":{\"healthy\":false");
                redis.startAgain();
                await(() -> health(server).contains("\"state\":{\"healthy\":true"));
                redis.ask("FLUSHALL");
            }
            try (DistributionServer server = rules.folder().serve(stateful(redis, "observers.dedup.enabled=false"))) {
                ServedRules.create(server, 6, ", state: \"fine\"");
                await(() -> executed(server) == 1);
                assertThat(redis.ask("DBSIZE")).isEqualTo(":0");
                assertThat(ServedLog.metrics(server)).doesNotContain("fraiseql_observer_dedup_");
            }
        }
        assertThat(receiver.at("/fine")).hasSize(6);
        whatDoesNotFitIsRefused(rules);
    }

    private static void whatDoesNotFitIsRefused(ServedRules rules) throws IOException {
        String needed = "for observers.topology redis";
        assertThat(rules.folder()
                        .check("observers.topology=redis", "events.log.leaseStore=state")
                        .err())
                .contains("jobs.queue", "must be redis " + needed)
                .contains("state.store", "must be redis " + needed)
                .contains("must name a store for events.log.leaseStore state")
                .contains("database.url", "several processes write to, and sqlite is none, " + needed);
        assertThat(rules.folder()
                        .check("state.store=rediss", "plugins.state-redis.redis.name=mine", "observers.dedup.window=0s")
                        .err())
                .contains("state.store", "is no state store; did you mean 'redis'")
                .contains("configures a state store that is not used; set state.store to redis")
                .contains("window must be at least 1s");
    }

    private static long milliseconds(TestRedis redis) {
        return Long.parseLong(redis.ask(MARK).substring(1));
    }

    private static String health(DistributionServer server) {
        try {
            return HttpAnswer.get(server.adminPort(), "/healthcheck").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two servers on one database and one Redis, of which one is killed: everything is done, and not faster than both together may. */
    @Test
    void theTopologyRedisIsSeveralServersWithOneRedis() throws IOException {
        ServedRules rules = rules(
                TestDatabase.POSTGRESQL,
                rule("direct", "new", "/direct", "\"timeout_ms\": 2000, "),
                rule("queued", "new", "/queued", "\"timeout_ms\": 2000, \"mode\": \"queued\", "));
        try (TestRedis redis = TestRedis.start(files)) {
            String[] settings = stateful(
                    redis,
                    "observers.topology=redis",
                    "jobs.queue=redis",
                    "jobs.visibility=2s",
                    "plugins.queue-redis.redis.url=" + redis.url(),
                    "observers.limits={webhook: {perSecond: " + PER_SECOND + "}}");
            DistributionProcess killed = rules.folder().serveProcess(settings);
            try (DistributionProcess other = rules.folder().serveProcess(settings)) {
                for (int id = 1; id <= ROWS; id++) {
                    ServedRules.create(other, id, ", state: \"new\"");
                }
                await(() ->
                        receiver.at("/queued").size() + receiver.at("/direct").size() > 2 * ROWS * 3 / 4);
                killed.kill();
                await(() -> ids("/direct").size() == ROWS && ids("/queued").size() == ROWS);
            } finally {
                killed.close();
            }
        }
        long[] times = Stream.of("/direct", "/queued")
                .flatMap(path -> receiver.at(path).stream())
                .mapToLong(Received::nanos)
                .sorted()
                .toArray();
        Duration time = Duration.ofNanos(times[times.length - 1] - times[0]);
        Duration least = Duration.ofMillis(1000 * (2 * ROWS - PER_SECOND) / PER_SECOND);
        assertThat(time).as("after a second's worth at once").isGreaterThan(least.minusMillis(1500));
    }

    private List<String> ids(String path) {
        return receiver.at(path).stream()
                .map(one -> one.header("webhook-id"))
                .distinct()
                .toList();
    }
}
