package io.fraiseql.plugin.redis.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.redis.RedisConfig;
import io.fraiseql.plugin.redis.RedisErrorCode;
import io.fraiseql.plugin.testkit.TestRedis;
import io.fraiseql.plugin.testkit.job.BaseJobQueueTest;
import io.fraiseql.plugin.testkit.job.TestingClock;
import io.fraiseql.plugin.testkit.job.TestingJobs;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** The contract of queues in Redis; {@code FRAISEQL_TEST_REDIS_URL} names one to use instead of the 6.2 that is started, whose data is deleted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisJobsTest extends BaseJobQueueTest {

    /** Of a pool at most. */
    private static final int CONNECTIONS = 8;
    /** Of which scripts look at more values than they hand over at once. */
    private static final int MANY = 5_000;

    private TestRedis started;
    private String url = String.valueOf(System.getenv("FRAISEQL_TEST_REDIS_URL"));

    @BeforeAll
    void start(@TempDir Path folder) {
        if (url.equals("null")) {
            started = TestRedis.start(folder);
            url = started.url();
        }
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    @Override
    protected JobQueue open(Clock time, boolean empty) {
        if (empty) {
            try (RedisClient redis = RedisClient.create(url)) {
                redis.flushDB();
            }
        }
        return RedisJobs.open(config(url), time);
    }

    static RedisConfig config(String url) {
        return new RedisConfig(url, null, null, "jobs", Duration.ofSeconds(2), true);
    }

    @Test
    void jobsOutliveTheirServer(@TempDir Path folder) {
        TestingClock clock = new TestingClock();
        try (TestRedis redis = TestRedis.start(folder);
                JobQueue queue = RedisJobs.open(config(redis.url()), clock)) {
            queue.add(new TestingJobs(clock.instant()).jobs(1, 3), 0);
            queue.claim("call", 1, "w", Duration.ofSeconds(30));
            redis.stop();
            redis.startAgain();
            forgetConnections(queue);
            assertThat(queue.figures()).isEqualTo(new JobFigures(2, 0, 1));
            assertThat(queue.claim("call", 9, "w", Duration.ofSeconds(30))).hasSize(2);
        }
    }

    /** A command is not given all of them at once. */
    @Test
    void takesThousandsInACall() {
        TestingClock clock = new TestingClock();
        try (JobQueue queue = open(clock, true)) {
            queue.add(new TestingJobs(clock.instant()).jobs(1, MANY), 0);
            List<ClaimedJob> claims = queue.claim("call", MANY, "w", VISIBILITY);
            assertThat(claims).hasSize(MANY);
            assertThat(claims.stream().map(claim -> claim.job().position()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(queue.extend(claims, VISIBILITY)).isEmpty();
            assertThat(queue.end(claims.stream()
                            .map(claim -> new JobEnd(claim, null))
                            .toList()))
                    .isEmpty();
            assertThat(queue.figures().all()).isZero();
        }
    }

    /** Each that was open when the server was killed is found out by a call that fails. */
    private static void forgetConnections(JobQueue queue) {
        for (int call = 0; call < CONNECTIONS; call++) {
            try {
                queue.ping();
                return;
            } catch (FraiseqlException e) {
                assertThat(e.code()).isEqualTo(RedisErrorCode.UNAVAILABLE);
            }
        }
    }

    @Override
    protected boolean remembers() {
        return true;
    }
}
