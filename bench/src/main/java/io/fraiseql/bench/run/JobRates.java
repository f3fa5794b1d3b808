package io.fraiseql.bench.run;

import io.fraiseql.bench.queue.BareJobs;
import io.fraiseql.bench.queue.BareQueue;
import io.fraiseql.bench.report.Results;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many jobs a second go from the outbox through the queue to the end of their `log` action, beside a bare program on the same queue. */
final class JobRates {

    private static final int JOBS_PER_SECOND = 10_000;
    private static final String LOG = "{type: log, message: \"{{ id }} {{ title }} {{ score }}\"}";
    private static final String ORGANISATION = "'o' || n % 10";

    private final BenchOptions options;
    private final JobServers servers;
    private final MeasuredQueue queue;
    private final Outbox outbox;
    private final long database;
    private final int jobs;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();

    JobRates(BenchOptions options, JobServers servers, MeasuredQueue queue, long database) {
        this.options = options;
        this.servers = servers;
        this.queue = queue;
        this.outbox = new Outbox(servers.url());
        this.database = database;
        this.jobs = JOBS_PER_SECOND * options.seconds();
    }

    /** A line of the table. */
    String run() throws IOException, SQLException, InterruptedException {
        try (Program server = servers.start("queued-log", queue, LOG, "");
                BareQueue floor = queue.bare()) {
            new WarmUp(options).run(server, () -> {
                perSecond();
                BareJobs.perSecond(floor, jobs);
            });
            Cpu used = Cpu.NONE;
            for (int round = 0; round < options.rounds(); round++) {
                Cpu before = cpu(server);
                rates.add(perSecond());
                used = used.plus(before, cpu(server));
                bare.add(BareJobs.perSecond(floor, jobs));
            }
            System.out.println(server.name() + ": " + rates + ", bare " + bare);
            return line(used);
        }
    }

    private double perSecond() throws SQLException {
        outbox.append(jobs, ORGANISATION);
        long start = System.nanoTime();
        outbox.tell();
        Outbox.await(() -> outbox.isFollowed() && queue.isEmpty());
        return jobs * 1e9 / (System.nanoTime() - start);
    }

    private Cpu cpu(Program server) {
        long process = queue.processId();
        return new Cpu(
                ProcessCpu.micros(server.processId()),
                ProcessCpu.treeMicros(database),
                process < 0 ? 0 : ProcessCpu.micros(process));
    }

    private String line(Cpu used) {
        double all = (double) jobs * options.rounds();
        double rate = Results.median(rates);
        double floor = Results.median(bare);
        return String.format(
                Locale.ROOT,
                "| `%s` | %,.0f | %,.0f | %.2f | %.0f | %.0f | %.0f |%n",
                queue.name(),
                rate,
                floor,
                rate / floor,
                used.server / all,
                used.database / all,
                used.queue / all);
    }

    /** Microseconds of CPU. */
    private record Cpu(long server, long database, long queue) {

        static final Cpu NONE = new Cpu(0, 0, 0);

        Cpu plus(Cpu from, Cpu to) {
            return new Cpu(
                    server + to.server - from.server,
                    database + to.database - from.database,
                    queue + to.queue - from.queue);
        }
    }
}
