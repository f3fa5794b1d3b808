package io.fraiseql.plugin.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.testkit.TestRedis;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Redis is taken, and what happens while there is none. */
class RedisServerTest {

    private static final RedisUse USE = new RedisUse("the tests", "tests", "plugins.test.redis");
    private static final Script ECHO = new Script("return KEYS[1] .. ARGV[1]", "0".repeat(40));

    @TempDir
    private Path folder;

    @Test
    void oneThatIsGoneIsUnavailableUntilItIsBack() {
        try (TestRedis redis = TestRedis.start(folder);
                RedisLink link = open(redis, true)) {
            redis.stop();
            assertThatThrownBy(() -> link.run(ECHO, List.of("a")))
                    .isInstanceOfSatisfying(
                            FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(RedisErrorCode.UNAVAILABLE));
            try (RedisLink begun = open(redis, true)) {
                redis.startAgain();
                assertThat(begun.run(ECHO, List.of("b"))).isEqualTo("fraiseql:{tests}:b");
            }
            assertThat(link.run(ECHO, List.of("c"))).isEqualTo("fraiseql:{tests}:c");
        }
    }

    @Test
    void aServerThatMayLoseWhatIsInItIsRefused() {
        try (TestRedis redis = TestRedis.start(folder, List.of("appendonly no"))) {
            assertThatThrownBy(() -> open(redis, true))
                    .hasMessageContaining("the Redis of the tests would lose it")
                    .hasMessageContaining("set appendonly to yes, or plugins.test.redis.requireDurable to false");
            try (RedisLink careless = open(redis, false)) {
                assertThat(careless.ping()).startsWith("Redis 6.2");
            }
        }
    }

    @Test
    void aServerThatEvictsIsRefused() {
        try (TestRedis redis = TestRedis.start(folder, List.of("appendonly yes", "maxmemory-policy allkeys-lru"))) {
            assertThatThrownBy(() -> open(redis, true))
                    .hasMessageContaining("set maxmemory-policy to noeviction instead of allkeys-lru");
        }
    }

    /** It answers, but nothing can be kept in it. */
    @Test
    void aServerThatTakesNoWritesIsNotHealthy() {
        try (TestRedis redis = TestRedis.start(folder);
                RedisLink link = open(redis, true)) {
            assertThat(redis.ask("REPLICAOF 127.0.0.1 1")).isEqualTo("+OK");
            assertThatThrownBy(link::ping)
                    .hasMessage("the Redis of the tests is a replica, which takes no writes; name the primary, or end"
                            + " this with REPLICAOF NO ONE");
            assertThat(redis.ask("REPLICAOF NO ONE")).isEqualTo("+OK");
            assertThat(link.ping()).startsWith("Redis 6.2");
            assertThat(redis.ask("CONFIG SET maxmemory 1")).isEqualTo("+OK");
            assertThatThrownBy(link::ping).hasMessage("the Redis of the tests has no memory left; raise maxmemory");
            assertThat(redis.ask("CONFIG SET maxmemory 0")).isEqualTo("+OK");
            assertThat(link.ping()).startsWith("Redis 6.2");
        }
    }

    @Test
    void wrongPlacesAreRefused() {
        assertThatThrownBy(() -> config("http://127.0.0.1", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://host:6379");
        for (String port : List.of("0", "65536", "99999")) {
            assertThatThrownBy(() -> config("redis://127.0.0.1:" + port, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("url must have a port from 1 to 65535");
        }
    }

    private static RedisLink open(TestRedis redis, boolean durable) {
        return RedisLink.open(config(redis.url(), durable), USE);
    }

    private static RedisConfig config(String url, boolean durable) {
        return new RedisConfig(url, null, null, null, Duration.ofSeconds(2), durable);
    }
}
