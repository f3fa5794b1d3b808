package io.fraiseql.plugin.redis.queue;

import io.fraiseql.plugin.testkit.TestRedis;
import io.fraiseql.plugin.testkit.job.QueueBench;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Prints how many jobs a second go through Redis, whose append-only file is synced each second. */
public final class RedisQueueBench {

    private static final int JOBS = 100_000;

    private RedisQueueBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("redis-bench");
        try (TestRedis redis = TestRedis.start(folder, List.of("appendonly yes", "appendfsync everysec"));
                JobQueue queue = RedisJobs.open(RedisJobsTest.config(redis.url()), Clock.systemUTC())) {
            for (int round = 0; round < 3; round++) {
                System.out.printf(Locale.ROOT, "%.0f jobs/s%n", QueueBench.perSecond(queue, JOBS));
            }
        }
    }
}
