package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action {@code redis-cache} of the shipped server, with a real Redis in which somebody else keeps values. */
class RedisCacheIT {

    private static final String URL = "plugins.state-redis.redis-cache.url=";
    private static final String RULE = """
            rules:
              - name: forgotten
                entity: Ticket
                event: INSERT
                retry: {max_attempts: 100, initial_delay_ms: 100, max_delay_ms: 300, backoff: fixed}
                actions: [{type: redis-cache, keys: ["ticket:{{ id }}", "tickets"], patterns: ["list:{{ title }}:*"]}]
            """;

    @TempDir
    private Path folder;

    private ServedRules rules() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL);
        rules.configure(RULE);
        return rules;
    }

    private static void keep(TestRedis redis, String... keys) {
        for (String key : keys) {
            assertThat(redis.ask("SET " + key + " value")).isEqualTo("+OK");
        }
    }

    private static boolean isThere(TestRedis redis, String key) {
        return redis.ask("EXISTS " + key).equals(":1");
    }

    private static String health(DistributionServer server) throws IOException {
        return HttpAnswer.get(server.adminPort(), "/healthcheck").body();
    }

    @Test
    void keysAndWhatPatternsMatchAreGone() throws Exception {
        ServedRules rules = rules();
        try (TestRedis redis = TestRedis.start(folder, List.of());
                DistributionServer server = rules.folder().serve(URL + redis.url())) {
            keep(redis, "ticket:1", "ticket:2", "tickets", "list:a*:1", "list:a*:2", "list:ab:1", "other");
            for (int i = 0; i < 2500; i += 500) {
                assertThat(redis.ask("EVAL \"for i=" + i + "," + (i + 499)
                                + " do redis.call('SET','list:a*:many'..i,'v') end return 1\" 0"))
                        .isEqualTo(":1");
            }
            ServedRules.mutate(server, "createTicket(input: {id: 1, title: \"a*\", state: \"new\"}) { id }");
            rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            BaseWebhookIT.await(() -> redis.ask("DBSIZE").equals(":3"));
            assertThat(List.of("ticket:2", "list:ab:1", "other"))
                    .as("a value with * is no wildcard")
                    .allMatch(key -> isThere(redis, key));
            assertThat(ServedLog.metrics(server))
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"redis-cache\"} 1.0");
        }
    }

    @Test
    void redisMayBeGoneForAWhile() throws Exception {
        ServedRules rules = rules();
        try (TestRedis redis = TestRedis.start(folder)) {
            keep(redis, "ticket:1");
            redis.stop();
            try (DistributionServer server =
                    rules.folder().serve(URL + redis.url(), "observers.circuit.enabled=false")) {
                ServedRules.create(server, 1, "");
                rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE attempt > 0");
                assertThat(health(server)).contains("\"actions\":{\"healthy\":false", redis.url() + " does not answer");
                redis.startAgain();
                BaseWebhookIT.await(() -> redis.ask("DBSIZE").equals(":0"));
                assertThat(health(server))
                        .contains("\"actions\":{\"healthy\":true,\"message\":\"redis-cache: " + redis.url());
            }
        }
    }

    @Test
    void whatIsRefusedIsADeadLetterAndWhatCannotWorkDoesNotStart() throws Exception {
        ServedRules rules = rules();
        try (TestRedis redis = TestRedis.start(folder, List.of("requirepass secret"));
                DistributionServer server =
                        rules.folder().serve(URL + redis.url(), "plugins.state-redis.redis-cache.password=wrong")) {
            ServedRules.create(server, 1, "");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
            assertThat(BaseWebhookIT.dlq(rules, "list")).contains("refuses", "WRONGPASS");
        }
        assertThat(rules.folder().check(URL + "http://127.0.0.1").err())
                .contains("plugins.state-redis.redis-cache", "url must be such as redis://host:6379");
        assertThat(rules.folder().check(URL + "redis://127.0.0.1/two").err()).contains("the number of a database");
        assertThat(rules.folder()
                        .check("plugins.state-redis.redis-cache.user=u")
                        .err())
                .contains("user needs a password");
        assertThat(rules.folder()
                        .check("plugins.state-redis.redis-cache.requireDurable=true")
                        .err())
                .contains("requireDurable", "redis-cache");
        ServedRules nothing =
                ServedRules.create(Files.createDirectory(folder.resolve("nothing")), TestDatabase.POSTGRESQL);
        nothing.configure("rules: [{name: none, entity: Ticket, event: INSERT, actions: [{type: redis-cache}]}]");
        assertThat(nothing.folder().check().err()).contains("keys or patterns must name what is deleted");
    }
}
