package io.fraiseql.bench.run;

import io.fraiseql.bench.report.Results;
import io.fraiseql.bench.report.Startup;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Measures starts, idle memory and a schema of a thousand tables. */
final class StartupBench {

    private static final int STARTS = 5;
    private static final int TABLES = 1000;
    private static final String DATABASE = "fraiseql_bench_large";
    private static final double MILLI = 1e6;

    private final BenchPostgres postgres;
    private final Programs programs;

    StartupBench(BenchPostgres postgres, Programs programs) {
        this.postgres = postgres;
        this.programs = programs;
    }

    Startup run(String url, Path schema) throws IOException, SQLException {
        String large = postgres.empty(DATABASE);
        BenchPostgres.execute(large, tables());
        Programs.CompiledSchema compiled = programs.compile(large, "large");
        Starts small = starts(url, schema);
        Starts big = starts(large, compiled.path());
        postgres.drop(DATABASE);
        return new Startup(
                small.millis,
                small.bytes,
                TABLES,
                compiled.introspectNanos() / MILLI,
                compiled.compileNanos() / MILLI,
                big.millis,
                big.bytes);
    }

    private record Starts(double millis, long bytes) {}

    private Starts starts(String url, Path schema) throws IOException {
        double[] millis = new double[STARTS];
        double[] bytes = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (Program server = programs.server(url, schema)) {
                millis[i] = server.startNanos() / MILLI;
                bytes[i] = ProcessCpu.residentBytes(server.processId());
            }
        }
        return new Starts(Results.median(millis), (long) Results.median(bytes));
    }

    /** Tables of ten columns, each but the first with a reference to the one before. */
    private static String tables() {
        StringBuilder sql = new StringBuilder();
        for (int i = 1; i <= TABLES; i++) {
            sql.append("CREATE TABLE item_")
                    .append(i)
                    .append(" (id integer PRIMARY KEY, name text NOT NULL, note text,"
                            + " amount numeric(12, 2), ratio double precision, active boolean NOT NULL, day date,"
                            + " created_at timestamptz NOT NULL, token uuid, previous_id integer");
            sql.append(i == 1 ? "" : " REFERENCES item_" + (i - 1)).append(");\n");
        }
        return sql.toString();
    }
}
