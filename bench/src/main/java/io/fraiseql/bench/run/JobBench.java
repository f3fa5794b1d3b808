package io.fraiseql.bench.run;

import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How fast jobs are done, and whether organisations take turns, with each kind of queue; started by {@code scripts/bench --jobs}. */
public final class JobBench {

    private static final String DATABASE = "fraiseql_bench_jobs";
    private static final String RATES = """
            | `jobs.queue` | jobs/s | bare program | : bare | CPU µs a job: server | database | Redis |
            |---|--:|--:|--:|--:|--:|--:|
            """;
    private static final String FAIRNESS = """
            | `jobs.queue` | p95 ms, nobody else | p95 ms, beside %,d jobs of another | ratio | jobs/s of the other |
            |---|--:|--:|--:|--:|
            """;

    private final BenchOptions options;
    private final BenchPostgres postgres;
    private final Programs programs;
    private final @Nullable String only;

    /** @param only the kind of queue that is measured; null for each */
    private JobBench(BenchOptions options, BenchPostgres postgres, @Nullable String only) throws IOException {
        this.options = options;
        this.postgres = postgres;
        this.programs = Programs.of(options);
        this.only = only;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        int queue = rest.indexOf("--queue");
        String only = null;
        if (queue > 0 && queue + 1 < rest.size()) {
            rest.remove(queue);
            only = rest.remove(queue);
        }
        BenchOptions options = BenchOptions.ofCommand(rest.toArray(String[]::new));
        try (BenchPostgres postgres = BenchPostgres.open(options.folder().resolve("postgres"))) {
            new JobBench(options, postgres, only).run();
        }
        System.exit(0);
    }

    private void run() throws IOException, SQLException, InterruptedException {
        String url = postgres.empty(DATABASE);
        try (RedisQueue redis = RedisQueue.start(options.folder().resolve("run"))) {
            BenchPostgres.execute(url, WriteBench.table());
            JobServers servers = new JobServers(
                    programs, url, programs.compile(url, "jobs", "--mutations").path());
            List<MeasuredQueue> queues = Stream.of(new TableQueue(url), redis)
                    .filter(queue -> only == null || queue.name().equals(only))
                    .toList();
            StringBuilder rates = new StringBuilder(RATES);
            for (MeasuredQueue queue : queues) {
                rates.append(new JobRates(options, servers, queue, postgres.processId()).run());
            }
            StringBuilder fairness = new StringBuilder(FAIRNESS.formatted(Fairness.FLOOD));
            for (MeasuredQueue queue : queues) {
                fairness.append(new Fairness(options, servers, queue).run());
            }
            String report = "Measured " + Machine.summary() + ", PostgreSQL " + postgres.version() + ", "
                    + redis.version() + ".\n\n" + rates + "\n" + fairness + "\n";
            options.write("jobs.md", report);
        } finally {
            postgres.drop(DATABASE);
        }
    }
}
