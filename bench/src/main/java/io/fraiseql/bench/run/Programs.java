package io.fraiseql.bench.run;

import io.fraiseql.bench.ProgramNames;
import io.fraiseql.bench.columnar.BareFlight;
import io.fraiseql.bench.floor.DatabaseJsonFloor;
import io.fraiseql.bench.floor.TypedRowsFloor;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the measured programs are started: the same JVM, the same flags, the same number of database connections. */
final class Programs {

    static final int CONNECTIONS = 16;
    /** What Arrow needs; the manifest of the server has it. */
    private static final String OPEN_NIO = "--add-opens=java.base/java.nio=ALL-UNNAMED";

    static final List<String> JVM_FLAGS = List.of("-Xmx512m");

    private final Path java;
    private final Path distribution;
    private final Path folder;
    private final List<String> flags;

    /** Those of the benchmark, in its folder. */
    static Programs of(BenchOptions options) throws IOException {
        return new Programs(
                options.java(),
                options.distribution(),
                Files.createDirectories(options.folder().resolve("run")));
    }

    Programs(Path java, Path distribution, Path folder) {
        this(java, distribution, folder, JVM_FLAGS);
    }

    Programs(Path java, Path distribution, Path folder, List<String> flags) {
        this.java = java;
        this.distribution = distribution;
        this.folder = folder;
        this.flags = flags;
    }

    Program server(String url, Path compiledSchema) throws IOException {
        return server(ProgramNames.SERVER, url, compiledSchema, "");
    }

    /**
     * The server under another name.
     *
     * @param more lines of its configuration
     */
    Program server(String name, String url, Path compiledSchema, String more) throws IOException {
        Path config = folder.resolve(name + ".yml");
        Files.writeString(config, """
                server:
                  applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                  adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                schema: {path: "%s"}
                database: {url: "%s", pool: {size: %d, minimumIdle: %d}}
                %s
                """.formatted(compiledSchema, url, CONNECTIONS, CONNECTIONS, more));
        return Program.start(name, fraiseql("server", config.toString()), folder);
    }

    Program typedRows(String url) throws IOException {
        return Program.start(ProgramNames.TYPED_ROWS, floor(TypedRowsFloor.class, url), folder);
    }

    Program bareFlight(String url, int rows) throws IOException {
        List<String> command = java();
        command.addAll(List.of(
                OPEN_NIO,
                "-cp",
                System.getProperty("java.class.path"),
                BareFlight.class.getName(),
                url,
                String.valueOf(rows)));
        return Program.start("bare-flight", command, folder);
    }

    /**
     * Writes through JDBC.
     *
     * @param mode an argument of {@link TypedRowsFloor}
     */
    Program writes(String name, String url, String mode) throws IOException {
        List<String> command = floor(TypedRowsFloor.class, url);
        command.add(mode);
        return Program.start(name, command, folder);
    }

    Program databaseJson(String url) throws IOException {
        return Program.start(ProgramNames.DATABASE_JSON, floor(DatabaseJsonFloor.class, url), folder);
    }

    /**
     * Introspects a database and compiles the schema found.
     *
     * @param options of {@code introspect}
     * @return the compiled schema
     */
    CompiledSchema compile(String url, String name, String... options) throws IOException {
        Path schema = folder.resolve(name + ".json");
        Path compiled = folder.resolve(name + ".compiled.json");
        List<String> words = new ArrayList<>(List.of("introspect", "--database", url, "-o", schema.toString()));
        words.addAll(List.of(options));
        long introspect = command(words.toArray(String[]::new));
        long compile = command(
                "compile", "--target", TestDatabase.at(url).dialect(), "-o", compiled.toString(), schema.toString());
        return new CompiledSchema(compiled, introspect, compile);
    }

    /** A compiled schema and how long its two commands took, the start of their JVM included. */
    record CompiledSchema(Path path, long introspectNanos, long compileNanos) {}

    private long command(String... arguments) throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(fraiseql(arguments))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", arguments) + " failed:\n" + output);
        }
        return System.nanoTime() - start;
    }

    private List<String> fraiseql(String... arguments) {
        List<String> command = java();
        command.add("-jar");
        command.add(distribution.resolve("server.jar").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> floor(Class<?> program, String url) {
        List<String> command = java();
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), program.getName(), url, String.valueOf(CONNECTIONS)));
        return command;
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        return command;
    }
}
