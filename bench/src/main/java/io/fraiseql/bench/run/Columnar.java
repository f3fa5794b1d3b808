package io.fraiseql.bench.run;

import io.fraiseql.bench.report.Results;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Measures columnar delivery beside its floors; started by {@code scripts/bench --columnar} with the project's folder. */
public final class Columnar {

    private static final int ROWS = 1_000_000;
    private static final int QUICK_ROWS = 50_000;
    private static final int ROUNDS = 5;
    private static final int FLIGHT_THREADS = 4;
    private static final double MEBI = 1 << 20;

    private Columnar() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        boolean quick = arguments.length > 1 && arguments[1].equals("--quick");
        if (arguments.length > (quick ? 2 : 1)) {
            throw new IllegalArgumentException("usage: scripts/bench --columnar [--quick]");
        }
        int rows = quick ? QUICK_ROWS : ROWS;
        Path folder = Files.createDirectories(root.resolve("bench/target/results"));
        try (BenchPostgres postgres = BenchPostgres.open(root.resolve("bench/target/postgres"))) {
            String url = filled(postgres, rows);
            Programs programs =
                    new Programs(Path.of(System.getProperty("java.home"), "bin", "java"), root.resolve("dist"), folder);
            Path schema = programs.compile(url, "columnar").path();
            int port = freePort();
            String flight = "flight: {port: " + port + ", maxStreams: " + FLIGHT_THREADS + "}";
            try (Program server = programs.server("columnar", url, schema, flight);
                    Program floor = programs.bareFlight(url, rows);
                    ColumnarReads reads = new ColumnarReads(url, rows, server, port, floor)) {
                String report = measure(reads.all(), postgres.processId(), quick ? 1 : ROUNDS);
                String page = "Measured " + Machine.summary() + ", PostgreSQL " + postgres.version() + ", " + rows
                        + " rows of twelve columns.\n\n" + report;
                Files.writeString(folder.resolve("columnar.md"), page);
                System.out.println("\n" + page + "\nwritten to " + folder);
            }
        }
    }

    private static String filled(BenchPostgres postgres, int rows) throws IOException, SQLException {
        String url = postgres.empty("fraiseql_columnar");
        try (var file = Columnar.class.getResourceAsStream("/io/fraiseql/bench/columnar/tables.sql")) {
            String script = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            BenchPostgres.execute(url, script.replace(":rows", String.valueOf(rows)));
        }
        return url;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String measure(List<ColumnarReads.Read> reads, long postgres, int rounds) throws Exception {
        for (ColumnarReads.Read read : reads) {
            read.run();
        }
        List<List<double[]>> figures = new ArrayList<>();
        reads.forEach(read -> figures.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < reads.size(); i++) {
                figures.get(i).add(once(reads.get(i), postgres));
            }
        }
        StringBuilder table = new StringBuilder("| | rows/s | MiB/s | server CPU µs a row | PostgreSQL CPU µs a row |"
                + " server MiB resident | first batch, ms |\n|---|--:|--:|--:|--:|--:|--:|\n");
        for (int i = 0; i < reads.size(); i++) {
            table.append(line(reads.get(i).name(), figures.get(i)));
        }
        return table.toString();
    }

    /** Rows and MiB a second, microseconds of server and database for each row, MiB of the server, milliseconds to the first batch. */
    private static double[] once(ColumnarReads.Read read, long postgres) throws Exception {
        long server = read.server() < 0 ? 0 : ProcessCpu.micros(read.server());
        long database = ProcessCpu.treeMicros(postgres);
        long start = System.nanoTime();
        ColumnarReads.Amount amount = read.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double rows = amount.rows();
        return new double[] {
            rows / seconds,
            amount.bytes() / MEBI / seconds,
            read.server() < 0 ? 0 : (ProcessCpu.micros(read.server()) - server) / rows,
            (ProcessCpu.treeMicros(postgres) - database) / rows,
            read.server() < 0 ? 0 : ProcessCpu.residentBytes(read.server()) / MEBI,
            amount.firstMillis()
        };
    }

    private static String line(String name, List<double[]> figures) {
        double[] medians = new double[figures.get(0).length];
        for (int i = 0; i < medians.length; i++) {
            int column = i;
            medians[i] = Results.median(
                    figures.stream().mapToDouble(figure -> figure[column]).toArray());
        }
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.0f | %.2f | %.2f | %.0f | %s |%n",
                name,
                medians[0],
                medians[1],
                medians[2],
                medians[3],
                medians[4],
                Double.isNaN(medians[5]) ? "" : String.format(Locale.ROOT, "%.0f", medians[5]));
    }
}
