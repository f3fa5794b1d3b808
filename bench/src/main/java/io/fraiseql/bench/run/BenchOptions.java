package io.fraiseql.bench.run;

import io.fraiseql.bench.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be measured, from the arguments of {@code scripts/bench}.
 *
 * @param warmUpSeconds for each line of a table in each pass of the warm-up
 * @param compilerShare a program is warm when its JVM's compilers take no more of its CPU than this
 */
record BenchOptions(
        Path root,
        Path java,
        List<Shape> shapes,
        List<Integer> connections,
        int rounds,
        int seconds,
        int warmUpSeconds,
        double compilerShare,
        boolean startup,
        boolean writes) {

    static final String USAGE = """
            usage: scripts/bench [--quick] [--shapes NAME,…] [--connections N,…] [--rounds N] [--seconds N] [--no-startup]
                   [--no-writes]
            shapes: %s""".formatted(String.join(
            " ", Arrays.stream(Shape.values()).map(Shape::operation).toList()));

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int ROUNDS = 3;
    private static final int SECONDS = 3;
    private static final int WARM_UP_SECONDS = 3;
    private static final double COMPILER_SHARE = 0.05;
    private static final int QUICK_SECONDS = 2;

    /** Those of the command line; ends the process when they are wrong. */
    static BenchOptions ofCommand(String[] arguments) {
        try {
            return parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            throw e;
        }
    }

    /** @throws IllegalArgumentException for an argument that is not known */
    static BenchOptions parse(String[] arguments) {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        BenchOptions options = new BenchOptions(
                root,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(Shape.values()),
                CONNECTIONS,
                ROUNDS,
                SECONDS,
                WARM_UP_SECONDS,
                COMPILER_SHARE,
                true,
                true);
        for (int i = 1; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--quick")) {
                options = options.quick();
            } else if (name.equals("--no-startup")) {
                options = options.without(false, options.writes);
            } else if (name.equals("--no-writes")) {
                options = options.without(options.startup, false);
            } else if (i + 1 < arguments.length) {
                options = options.with(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException("unknown or without a value: " + name);
            }
        }
        return options;
    }

    private BenchOptions with(String name, String value) {
        return switch (name) {
            case "--shapes" -> changed(split(value).map(Shape::named).toList(), connections, rounds, seconds);
            case "--connections" ->
                changed(shapes, split(value).map(Integer::valueOf).toList(), rounds, seconds);
            case "--rounds" -> changed(shapes, connections, Integer.parseInt(value), seconds);
            case "--seconds" -> changed(shapes, connections, rounds, Integer.parseInt(value));
            default -> throw new IllegalArgumentException("unknown: " + name);
        };
    }

    private static Stream<String> split(String value) {
        return Arrays.stream(value.split(",", -1));
    }

    private BenchOptions changed(List<Shape> newShapes, List<Integer> newConnections, int newRounds, int newSeconds) {
        return new BenchOptions(
                root,
                java,
                newShapes,
                newConnections,
                newRounds,
                newSeconds,
                warmUpSeconds,
                compilerShare,
                startup,
                writes);
    }

    private BenchOptions quick() {
        return new BenchOptions(root, java, shapes, connections, 1, QUICK_SECONDS, QUICK_SECONDS, 1, startup, writes);
    }

    private BenchOptions without(boolean newStartup, boolean newWrites) {
        return new BenchOptions(
                root, java, shapes, connections, rounds, seconds, warmUpSeconds, compilerShare, newStartup, newWrites);
    }

    /** Whether this is a measurement worth keeping: every line of the table, several rounds. */
    boolean complete() {
        return startup
                && writes
                && rounds >= ROUNDS
                && seconds >= SECONDS
                && shapes.size() == Shape.values().length
                && connections.equals(CONNECTIONS);
    }

    Path distribution() {
        return root.resolve("dist");
    }

    Path folder() {
        return root.resolve("bench/target");
    }

    /** Prints a report and keeps it among the results. */
    void write(String name, String report) throws IOException {
        Path results = Files.createDirectories(folder().resolve("results"));
        Files.writeString(results.resolve(name), report);
        System.out.println("\n" + report + "written to " + results);
    }
}
