package io.fraiseql.bench.run;

import io.fraiseql.bench.ProgramNames;
import io.fraiseql.bench.Update;
import io.fraiseql.bench.report.Measurement;
import io.fraiseql.bench.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the outbox takes from updates of one row, whose events have the row before and after, where each commit is synced to the disk; started by
 * {@code scripts/bench --outbox}.
 */
public final class OutboxCost {

    private static final String DATABASE = "fraiseql_bench_outbox";
    private static final int CONNECTIONS = 16;

    private final BenchOptions options;
    private final BenchPostgres postgres;
    private final Programs programs;

    private OutboxCost(BenchOptions options, BenchPostgres postgres) throws IOException {
        this.options = options;
        this.postgres = postgres;
        this.programs = Programs.of(options);
    }

    public static void main(String[] arguments) throws Exception {
        BenchOptions options = BenchOptions.ofCommand(arguments);
        try (BenchPostgres postgres = BenchPostgres.openDurable(options.folder().resolve("postgres-durable"))) {
            String found = new OutboxCost(options, postgres).run();
            options.write(
                    "outbox.md",
                    "Measured " + Machine.summary() + ", PostgreSQL " + postgres.version() + ".\n\n" + found);
        }
        System.exit(0);
    }

    private String run() throws IOException, SQLException {
        String url = postgres.empty(DATABASE);
        BenchPostgres.execute(url, WriteBench.table());
        BenchPostgres.execute(url, Update.rows());
        Path schema = programs.compile(url, "outbox", "--mutations").path();
        Work work = new Work(Update.OPERATION, "update of one row", Update.bodies());
        try (Program server = programs.server(ProgramNames.SERVER, url, schema, "events: {outbox: {migrate: always}}");
                Program plain = programs.server(
                        ProgramNames.SERVER_WITHOUT_OUTBOX, url, schema, "events: {outbox: {enabled: false}}")) {
            Rounds rounds = new Rounds(
                    options, List.of(work), List.of(CONNECTIONS), List.of(plain, server), postgres.processId());
            for (int round = 1; round <= options.rounds(); round++) {
                rounds.run(round);
                BenchPostgres.execute(url, "TRUNCATE fraiseql_event");
            }
            return report(rounds.measurements());
        } finally {
            postgres.drop(DATABASE);
        }
    }

    private static String report(List<Measurement> all) {
        double with = median(all, ProgramNames.SERVER, Measurement::perSecond);
        double without = median(all, ProgramNames.SERVER_WITHOUT_OUTBOX, Measurement::perSecond);
        return String.format(
                Locale.ROOT,
                "%,.0f updates/s with the outbox, %,.0f without: it costs %.0f %% (%d connections, every commit synced);"
                        + " CPU µs an update, server + database: %.0f + %.0f with, %.0f + %.0f without%n%n",
                with,
                without,
                100 * (1 - with / without),
                CONNECTIONS,
                median(all, ProgramNames.SERVER, Measurement::programCpuMicros),
                median(all, ProgramNames.SERVER, Measurement::databaseCpuMicros),
                median(all, ProgramNames.SERVER_WITHOUT_OUTBOX, Measurement::programCpuMicros),
                median(all, ProgramNames.SERVER_WITHOUT_OUTBOX, Measurement::databaseCpuMicros));
    }

    private static double median(List<Measurement> all, String program, ToDoubleFunction<Measurement> figure) {
        return Results.median(all.stream()
                .filter(one -> one.program().equals(program))
                .mapToDouble(figure)
                .toArray());
    }
}
