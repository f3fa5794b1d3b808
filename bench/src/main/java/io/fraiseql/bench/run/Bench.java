package io.fraiseql.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.bench.Shape;
import io.fraiseql.bench.report.MarkdownReport;
import io.fraiseql.bench.report.MarkedPage;
import io.fraiseql.bench.report.Measurement;
import io.fraiseql.bench.report.Results;
import io.fraiseql.bench.report.Startup;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The whole benchmark; started by {@code scripts/bench} with the project's folder and the user's options. */
public final class Bench {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final BenchOptions options;
    private final BenchPostgres postgres;
    private final Programs programs;

    private Bench(BenchOptions options, BenchPostgres postgres) throws IOException {
        this.options = options;
        this.postgres = postgres;
        this.programs = Programs.of(options);
    }

    public static void main(String[] arguments) throws Exception {
        BenchOptions options = BenchOptions.ofCommand(arguments);
        try (BenchPostgres postgres = BenchPostgres.open(options.folder().resolve("postgres"))) {
            new Bench(options, postgres).run();
        }
    }

    private void run() throws IOException, SQLException, InterruptedException {
        String url = postgres.filled();
        Path schema = programs.compile(url, "schema").path();
        Startup startup = options.startup() ? new StartupBench(postgres, programs).run(url, schema) : null;
        List<Measurement> writes = options.writes() ? new WriteBench(options, postgres, programs).run() : List.of();
        try (Program server = programs.server(url, schema);
                Program typedRows = programs.typedRows(url);
                Program databaseJson = programs.databaseJson(url)) {
            List<Program> all = List.of(server, typedRows, databaseJson);
            AnswerCheck check = new AnswerCheck();
            List<Work> works = new ArrayList<>();
            for (Shape shape : options.shapes()) {
                Work work = Work.of(shape, server);
                check.compare(work, all);
                works.add(work);
            }
            Rounds rounds = new Rounds(options, works, options.connections(), all, postgres.processId());
            for (int round = 1; round <= options.rounds(); round++) {
                rounds.run(round);
                List<Measurement> measurements = new ArrayList<>(writes);
                measurements.addAll(rounds.measurements());
                write(startup, measurements, round == options.rounds());
            }
        }
    }

    /** Results are written after each round, so that a run that is broken off leaves something. */
    private void write(@Nullable Startup startup, List<Measurement> measurements, boolean last)
            throws IOException, SQLException {
        Results results = new Results(Machine.environment(options, postgres.version()), startup, measurements);
        Path folder = Files.createDirectories(options.folder().resolve("results"));
        String report = MarkdownReport.of(results);
        Files.writeString(folder.resolve("results.md"), report);
        Files.writeString(folder.resolve("results.json"), MAPPER.writeValueAsString(results));
        if (last) {
            System.out.println("\n" + report + "written to " + folder);
        }
        if (last && options.complete()) {
            new MarkedPage(options.root().resolve("docs/performance.md")).replace("requests", report);
        }
    }
}
