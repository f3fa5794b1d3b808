package io.fraiseql.plugin.redis.queue;

import io.fraiseql.plugin.testkit.TestRedis;
import io.fraiseql.plugin.testkit.job.BaseJobQueueTest;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** The contract of queues in Redis; {@code FRAISEQL_TEST_REDIS_URL} names one to use instead of the 6.2 that is started, whose data is deleted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisJobsTest extends BaseJobQueueTest {

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

    static RedisQueueConfig config(String url) {
        return new RedisQueueConfig(url, null, null, "jobs", Duration.ofSeconds(2), true);
    }

    @Override
    protected boolean remembers() {
        return true;
    }
}
