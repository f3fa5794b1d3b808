package io.fraiseql.plugin.redis.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.testkit.TestRedis;
import io.fraiseql.plugin.testkit.job.TestingClock;
import io.fraiseql.plugin.testkit.job.TestingJobs;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Redis is taken, and what happens while there is none. */
class RedisServerTest {

    private final TestingClock clock = new TestingClock();

    @TempDir
    private Path folder;

    @Test
    void jobsOutliveTheirServer() {
        try (TestRedis redis = TestRedis.start(folder);
                JobQueue queue = RedisJobs.open(RedisJobsTest.config(redis.url()), clock)) {
            queue.add(new TestingJobs(clock.instant()).jobs(1, 3), 0);
            queue.claim("call", 1, "w", Duration.ofSeconds(30));
            redis.stop();
            assertThatThrownBy(queue::figures).isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                    .isEqualTo(RedisQueueErrorCode.UNAVAILABLE));
            try (JobQueue begun = RedisJobs.open(RedisJobsTest.config(redis.url()), clock)) {
                redis.startAgain();
                assertThat(begun.figures()).isEqualTo(new JobFigures(2, 0, 1));
            }
            assertThat(queue.claim("call", 9, "w", Duration.ofSeconds(30))).hasSize(2);
        }
    }

    @Test
    void aServerThatMayLoseJobsIsRefused() {
        try (TestRedis redis = TestRedis.start(folder, List.of("appendonly no"))) {
            assertThatThrownBy(() -> RedisJobs.open(RedisJobsTest.config(redis.url()), clock))
                    .hasMessageContaining("set appendonly to yes");
            RedisQueueConfig careless =
                    new RedisQueueConfig(redis.url(), null, null, "jobs", Duration.ofSeconds(2), false);
            try (JobQueue queue = RedisJobs.open(careless, clock)) {
                assertThat(queue.ping()).startsWith("Redis 6.2");
            }
        }
    }

    @Test
    void aServerThatEvictsIsRefused() {
        try (TestRedis redis = TestRedis.start(folder, List.of("appendonly yes", "maxmemory-policy allkeys-lru"))) {
            assertThatThrownBy(() -> RedisJobs.open(RedisJobsTest.config(redis.url()), clock))
                    .hasMessageContaining("set maxmemory-policy to noeviction instead of allkeys-lru");
        }
    }

    @Test
    void wrongPlacesAreRefused() {
        assertThatThrownBy(() -> RedisJobsTest.config("http://127.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://host:6379");
    }
}
