package io.fraiseql.bench.run;

import io.fraiseql.bench.ProgramNames;
import io.fraiseql.bench.Update;
import io.fraiseql.bench.floor.TypedRowsFloor;
import io.fraiseql.bench.report.Measurement;
import io.fraiseql.bench.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the outbox takes from updates of one row, whose events have the row before and after, where each commit is synced to the disk, and what the same
 * statements take from a servlet that runs them by JDBC, in a database of its own, where nobody gives the events a place in a log; started by
 * {@code scripts/bench --outbox}.
 */
public final class OutboxCost {

    private static final String DATABASE = "fraiseql_bench_outbox";
    private static final String BARE_DATABASE = "fraiseql_bench_outbox_bare";
    private static final String WITH_OUTBOX = "events: {outbox: {migrate: always}}";
    private static final String EMPTY = "TRUNCATE fraiseql_event";
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

    private String run() throws IOException, SQLException, InterruptedException {
        String url = filled(DATABASE);
        String bareUrl = filled(BARE_DATABASE);
        Path schema = programs.compile(url, "outbox", "--mutations").path();
        programs.server("server-that-migrates", bareUrl, schema, WITH_OUTBOX).close();
        Work work = new Work(Update.OPERATION, "update of one row", Update.bodies());
        try (Program server = programs.server(ProgramNames.SERVER, url, schema, WITH_OUTBOX);
                Program plain = programs.server(
                        ProgramNames.SERVER_WITHOUT_OUTBOX, url, schema, "events: {outbox: {enabled: false}}");
                Program bare = programs.writes(ProgramNames.JDBC_UPDATE, bareUrl, TypedRowsFloor.UPDATES);
                Program bareEvents = programs.writes(
                        ProgramNames.JDBC_UPDATE_WITH_EVENT, bareUrl, TypedRowsFloor.UPDATES_WITH_EVENTS)) {
            List<Program> all = List.of(plain, server, bare, bareEvents);
            new AnswerCheck().compare(work, all);
            Rounds rounds = new Rounds(options, List.of(work), List.of(CONNECTIONS), all, postgres.processId());
            for (int round = 1; round <= options.rounds(); round++) {
                rounds.run(round);
                BenchPostgres.execute(url, EMPTY);
                BenchPostgres.execute(bareUrl, EMPTY);
            }
            return report(new Results(Machine.environment(options, postgres.version()), null, rounds.measurements()));
        } finally {
            postgres.drop(DATABASE);
            postgres.drop(BARE_DATABASE);
        }
    }

    private String filled(String database) throws IOException, SQLException {
        String url = postgres.empty(database);
        BenchPostgres.execute(url, WriteBench.table());
        BenchPostgres.execute(url, Update.rows());
        return url;
    }

    private static String report(Results results) {
        return String.format(
                Locale.ROOT,
                "%d connections, every commit synced.%n%n- the server: %s%n- a servlet that runs the same statements by JDBC: %s%n%n",
                CONNECTIONS,
                cost(results, ProgramNames.SERVER, ProgramNames.SERVER_WITHOUT_OUTBOX),
                cost(results, ProgramNames.JDBC_UPDATE_WITH_EVENT, ProgramNames.JDBC_UPDATE));
    }

    private static String cost(Results results, String with, String without) {
        return String.format(
                Locale.ROOT,
                "%,.0f updates/s with events, %,.0f without: they cost %.0f %%, the median of each round's;"
                        + " CPU µs an update, program + database: %.0f + %.0f with, %.0f + %.0f without",
                median(results, with, Measurement::perSecond),
                median(results, without, Measurement::perSecond),
                100 * (1 - results.ratio(Update.OPERATION, CONNECTIONS, with, without)),
                median(results, with, Measurement::programCpuMicros),
                median(results, with, Measurement::databaseCpuMicros),
                median(results, without, Measurement::programCpuMicros),
                median(results, without, Measurement::databaseCpuMicros));
    }

    private static double median(Results results, String program, ToDoubleFunction<Measurement> figure) {
        return results.median(Update.OPERATION, CONNECTIONS, program, figure);
    }
}
