package io.fraiseql.bench.run;

import io.fraiseql.bench.Insert;
import io.fraiseql.bench.ProgramNames;
import io.fraiseql.bench.floor.TypedRowsFloor;
import io.fraiseql.bench.report.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Measures inserts: with and without the outbox, beside JDBC with and without events. */
final class WriteBench {

    private static final String DATABASE = "fraiseql_bench_writes";
    private final BenchOptions options;
    private final BenchPostgres postgres;
    private final Programs programs;

    WriteBench(BenchOptions options, BenchPostgres postgres, Programs programs) {
        this.options = options;
        this.postgres = postgres;
        this.programs = programs;
    }

    List<Measurement> run() throws IOException, SQLException, InterruptedException {
        String url = postgres.empty(DATABASE);
        BenchPostgres.execute(url, table());
        Path schema = programs.compile(url, "writes", "--mutations").path();
        try (Program server = programs.server(ProgramNames.SERVER, url, schema, "events: {outbox: {migrate: always}}");
                Program plain = programs.server(
                        ProgramNames.SERVER_WITHOUT_OUTBOX, url, schema, "events: {outbox: {enabled: false}}");
                Program batch = programs.writes(ProgramNames.JDBC_BATCH, url, TypedRowsFloor.INSERTS);
                Program rewritten = programs.writes(
                        ProgramNames.JDBC_BATCH_REWRITTEN,
                        url + "&reWriteBatchedInserts=true",
                        TypedRowsFloor.INSERTS);
                Program events =
                        programs.writes(ProgramNames.JDBC_BATCH_WITH_EVENTS, url, TypedRowsFloor.INSERTS_WITH_EVENTS)) {
            List<Program> all = List.of(server, plain, batch, rewritten, events);
            List<Measurement> measurements = new ArrayList<>();
            for (Insert insert : Insert.values()) {
                Work work = Work.of(insert);
                new AnswerCheck().compare(work, all);
                Rounds rounds = new Rounds(options, List.of(work), insert.connections(), all, postgres.processId());
                for (int round = 1; round <= options.rounds(); round++) {
                    rounds.run(round);
                    BenchPostgres.execute(url, "TRUNCATE notes, fraiseql_event");
                }
                measurements.addAll(rounds.measurements());
            }
            return measurements;
        } finally {
            postgres.drop(DATABASE);
        }
    }

    /** The table that is written. */
    static String table() throws IOException {
        try (var in = Objects.requireNonNull(Insert.class.getResourceAsStream("inserts/notes.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
