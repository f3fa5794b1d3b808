package io.fraiseql.plugin.testkit.job;

import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** How many jobs a second a queue is given, gives out and is rid of again, by one thread that adds and two that take. */
public final class QueueBench {

    private static final int WORKERS = 2;
    private static final int BATCH = 500;
    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final String EVENT = "{\"id\":1,\"data\":\"" + "x".repeat(300) + "\"}";

    private final JobQueue queue;
    private final int jobs;
    private final AtomicInteger done = new AtomicInteger();

    private QueueBench(JobQueue queue, int jobs) {
        this.queue = queue;
        this.jobs = jobs;
    }

    /** The rate of so many jobs with events of 300 bytes, in batches of 500, of ten organisations. */
    public static double perSecond(JobQueue queue, int jobs)
            throws ExecutionException, InterruptedException, TimeoutException {
        return new QueueBench(queue, jobs).run();
    }

    private double run() throws ExecutionException, InterruptedException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1);
        try {
            long start = System.nanoTime();
            List<Future<?>> all = Stream.concat(
                            Stream.of(threads.submit(this::add)),
                            Stream.generate(() -> threads.submit(this::take)).limit(WORKERS))
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            return jobs * 1e9 / (System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    private void add() {
        for (int position = 0; position < jobs; position += BATCH) {
            Instant now = Instant.now();
            int from = position;
            queue.add(
                    Stream.iterate(from + 1, next -> next + 1)
                            .limit(Math.min(BATCH, jobs - from))
                            .map(at -> job(at, now))
                            .toList(),
                    from);
        }
    }

    private static Job job(int position, Instant now) {
        Job job = new TestingJobs(now).of("o" + position % 10).job(position);
        return new Job(
                job.id(),
                job.type(),
                job.rule(),
                0,
                job.organisation(),
                job.priority(),
                "",
                position,
                now,
                0,
                "[]",
                EVENT);
    }

    private void take() {
        while (done.get() < jobs) {
            List<ClaimedJob> claims = queue.claim("call", BATCH, "w", VISIBILITY);
            queue.end(claims.stream().map(claim -> new JobEnd(claim, null)).toList());
            done.addAndGet(claims.size());
        }
    }
}
