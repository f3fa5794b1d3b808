package io.fraiseql.bench.run;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures columnar delivery beside its floors; started by {@code scripts/bench --columnar} with the project's folder. */
public final class Columnar {

    private static final int FLIGHT_THREADS = 4;
    private static final int WRONG_USAGE = 2;

    private Columnar() {}

    public static void main(String[] arguments) throws Exception {
        ColumnarOptions options;
        try {
            options = ColumnarOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
            return;
        }
        Path folder = options.root().resolve("bench/target");
        try (ColumnarDatabase database = ColumnarDatabase.open(options.database(), folder, options.rows())) {
            run(options, database, Files.createDirectories(folder.resolve("results")));
        }
    }

    private static void run(ColumnarOptions options, ColumnarDatabase database, Path results) throws Exception {
        String name = "columnar-" + options.database().dialect();
        Programs programs = new Programs(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                options.root().resolve("dist"),
                results,
                List.of("-Xmx" + options.heap()));
        Path schema = programs.compile(database.url(), name).path();
        int port = freePort();
        String flight = "flight: {port: " + port + ", maxStreams: " + FLIGHT_THREADS + "}";
        try (Program server = programs.server(name, database.url(), schema, flight);
                Program floor = programs.bareFlight(database.url(), options.rows());
                ColumnarReads reads = new ColumnarReads(database, options.rows(), server, port, floor)) {
            reads.requireEqualCells();
            String page = "Measured %s, %s, %,d rows of twelve columns, medians of %d rounds, -Xmx%s.%n%n%s"
                    .formatted(
                            Machine.summary(),
                            database.product(),
                            options.rows(),
                            options.rounds(),
                            options.heap(),
                            new ColumnarRounds(reads.all(), database.processId()).measure(options.rounds()));
            Files.writeString(results.resolve(name + ".md"), page);
            System.out.println("\n" + page + "\nwritten to " + results);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
