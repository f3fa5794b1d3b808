package io.fraiseql.bench.run;

import io.fraiseql.bench.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How fast rules follow the event log, and how soon a webhook arrives after its write; started by {@code scripts/bench --events}. */
public final class EventBench {

    private static final String DATABASE = "fraiseql_bench_events";
    private static final int EVENTS_PER_SECOND = 40_000;
    private static final int WRITES_PER_SECOND = 500;
    private static final int MOST_PASSES = 20;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
    static final String LOG = "{name: log, entity: Note, event: INSERT,"
            + " actions: [{type: log, message: \"{{ id }} {{ title }} {{ score }}\"}]}";
    private static final String WEBHOOK =
            "{name: webhook, entity: Note, event: INSERT, actions: [{type: webhook, url: \"%s\"}]}";

    private final BenchOptions options;
    private final BenchPostgres postgres;
    private final Programs programs;

    private EventBench(BenchOptions options, BenchPostgres postgres) throws IOException {
        this.options = options;
        this.postgres = postgres;
        this.programs = new Programs(
                options.java(),
                options.distribution(),
                Files.createDirectories(options.folder().resolve("run")));
    }

    public static void main(String[] arguments) throws Exception {
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + BenchOptions.USAGE);
            System.exit(2);
            return;
        }
        try (BenchPostgres postgres = BenchPostgres.open(options.folder().resolve("postgres"))) {
            new EventBench(options, postgres).run();
        }
        System.exit(0);
    }

    private void run() throws IOException, SQLException, InterruptedException {
        String url = postgres.empty(DATABASE);
        try {
            BenchPostgres.execute(url, WriteBench.table());
            Path schema = programs.compile(url, "events", "--mutations").path();
            String report = "Measured " + Machine.summary() + ", PostgreSQL " + postgres.version() + ".\n\n"
                    + followed(url, schema) + delivered(url, schema);
            Path folder = Files.createDirectories(options.folder().resolve("results"));
            Files.writeString(folder.resolve("events.md"), report);
            System.out.println("\n" + report + "written to " + folder);
        } finally {
            postgres.drop(DATABASE);
        }
    }

    private Program server(String name, String url, Path schema, String rule, String more) throws IOException {
        return programs.server(
                name,
                url,
                schema,
                "events: {outbox: {migrate: always}}\nobservers: {" + more + "rules: [" + rule + "]}");
    }

    /** From the commit of many events at once until the action of each is done. */
    private String followed(String url, Path schema) throws IOException, SQLException, InterruptedException {
        int events = EVENTS_PER_SECOND * options.seconds();
        List<Double> rates = new ArrayList<>();
        try (Program server = server("rule-log", url, schema, LOG, "")) {
            warm(server, () -> {
                append(url, events);
                awaitDone(url);
            });
            for (int round = 0; round < options.rounds(); round++) {
                append(url, events);
                long start = System.nanoTime();
                BenchPostgres.execute(url, "NOTIFY fraiseql_event");
                awaitDone(url);
                rates.add(events * 1e9 / (System.nanoTime() - start));
            }
            System.out.println(server.name() + ": " + rates);
        }
        return format(
                "%,.0f events/s from the outbox through a rule to its `log` action (median of %d rounds of %,d events)",
                median(rates), options.rounds(), events);
    }

    /** Again and again until the compilers of the JVM take little of its CPU. */
    private void warm(Program server, Pass pass) throws IOException, SQLException, InterruptedException {
        int passes = 0;
        double share;
        do {
            double cpu = ProcessCpu.micros(server.processId());
            double compilers = ProcessCpu.compilerMicros(server.processId());
            pass.run();
            share = (ProcessCpu.compilerMicros(server.processId()) - compilers)
                    / (ProcessCpu.micros(server.processId()) - cpu);
            passes++;
        } while (share > options.compilerShare() && passes < MOST_PASSES);
        System.out.printf(
                Locale.ROOT,
                "warm: %s, in the last pass %.1f %% of its CPU for compilers%n",
                server.name(),
                100 * share);
    }

    /** Some load. */
    private interface Pass {
        void run() throws IOException, SQLException, InterruptedException;
    }

    static void append(String url, int events) throws SQLException {
        BenchPostgres.execute(
                url,
                "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, created_at)"
                        + " SELECT gen_random_uuid(), 'Note', (n % 1000)::text, 'INSERT',"
                        + " jsonb_build_object('id', n, 'title', 'title ' || n, 'score', n % 100), now()"
                        + " FROM generate_series(1, " + events + ") AS n");
    }

    private static void awaitDone(String url) throws SQLException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!"0".equals(BenchPostgres.ask(url, """
                SELECT (SELECT COUNT(*) FROM fraiseql_event_cursor WHERE name = 'observers'
                          AND position < (SELECT COALESCE(MAX(sequence), 0) FROM fraiseql_event))
                     + (SELECT COUNT(*) FROM (SELECT 1 FROM fraiseql_observer_delivery LIMIT 1) AS d)"""))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the rules do not come to an end");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** From the event's time, which is before the commit, until the webhook is there, at a steady rate of writes. */
    private String delivered(String url, Path schema) throws IOException, SQLException, InterruptedException {
        try (Arrivals arrivals = Arrivals.open();
                Program server = server(
                        "rule-webhook",
                        url,
                        schema,
                        WEBHOOK.formatted(arrivals.url()),
                        "actions: {webhook: {allowedHosts: [127.0.0.1]}}, ")) {
            SteadyWrites writes = new SteadyWrites(server.port(), WRITES_PER_SECOND);
            warm(server, () -> {
                writes.run(options.warmUpSeconds());
                arrivals.await(writes.written());
            });
            arrivals.forget();
            int written = writes.written();
            double rate = writes.run(options.seconds() * options.rounds());
            double[] millis = arrivals.await(writes.written() - written);
            return format(
                    "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms from the write to its webhook, at %,.0f writes/s (%,d webhooks)",
                    share(millis, 0.5), share(millis, 0.95), share(millis, 0.99), rate, millis.length);
        }
    }

    private static double share(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static double median(List<Double> values) {
        return Results.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values) + "\n\n";
    }
}
