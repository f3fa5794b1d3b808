package io.fraiseql.bench.run;

import io.fraiseql.bench.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast rules follow the event log, and how soon a webhook arrives after its write; started by {@code scripts/bench --events}. */
public final class EventBench {

    private static final String DATABASE = "fraiseql_bench_events";
    private static final int EVENTS_PER_SECOND = 40_000;
    private static final int WRITES_PER_SECOND = 500;
    static final String LOG = "{name: log, entity: Note, event: INSERT,"
            + " actions: [{type: log, message: \"{{ id }} {{ title }} {{ score }}\"}]}";
    private static final String WEBHOOK =
            "{name: webhook, entity: Note, event: INSERT, actions: [{type: webhook, url: \"%s\"}]}";

    private final BenchOptions options;
    private final BenchPostgres postgres;
    private final Programs programs;
    private final WarmUp warmUp;

    private EventBench(BenchOptions options, BenchPostgres postgres) throws IOException {
        this.options = options;
        this.postgres = postgres;
        this.warmUp = new WarmUp(options);
        this.programs = Programs.of(options);
    }

    public static void main(String[] arguments) throws Exception {
        BenchOptions options = BenchOptions.ofCommand(arguments);
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
            options.write("events.md", report);
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
            Outbox outbox = new Outbox(url);
            warmUp.run(server, () -> {
                outbox.append(events, "NULL");
                outbox.tell();
                Outbox.await(outbox::isFollowed);
            });
            for (int round = 0; round < options.rounds(); round++) {
                outbox.append(events, "NULL");
                long start = System.nanoTime();
                outbox.tell();
                Outbox.await(outbox::isFollowed);
                rates.add(events * 1e9 / (System.nanoTime() - start));
            }
            System.out.println(server.name() + ": " + rates);
        }
        return format(
                "%,.0f events/s from the outbox through a rule to its `log` action (median of %d rounds of %,d events)",
                Results.median(rates), options.rounds(), events);
    }

    /** From the event's time, which is before the commit, until the webhook is there, at a steady rate of writes. */
    private String delivered(String url, Path schema) throws IOException, SQLException, InterruptedException {
        try (Arrivals arrivals = Arrivals.open(Duration.ZERO);
                Program server = server(
                        "rule-webhook",
                        url,
                        schema,
                        WEBHOOK.formatted(arrivals.url()),
                        "actions: {webhook: {allowedHosts: [127.0.0.1]}}, ")) {
            SteadyWrites writes = new SteadyWrites(server.port(), WRITES_PER_SECOND);
            warmUp.run(server, () -> {
                writes.run(options.warmUpSeconds());
                arrivals.await(writes.written());
            });
            arrivals.forget();
            int written = writes.written();
            double rate = writes.run(options.seconds() * options.rounds());
            double[] millis = arrivals.await(writes.written() - written);
            return format(
                    "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms from the write to its webhook, at %,.0f writes/s (%,d webhooks)",
                    Results.percentile(millis, 0.5),
                    Results.percentile(millis, 0.95),
                    Results.percentile(millis, 0.99),
                    rate,
                    millis.length);
        }
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values) + "\n\n";
    }
}
