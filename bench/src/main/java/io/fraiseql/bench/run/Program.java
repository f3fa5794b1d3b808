package io.fraiseql.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server started as a process of its own; its output goes to a file and tells when it is ready, and on which port. */
final class Program implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready: (?:application [^ :]+:)?(\\d+)");
    private static final long STOP_SECONDS = 20;

    private final String name;
    private final Process process;
    private final int port;
    private final long startNanos;

    private Program(String name, Process process, int port, long startNanos) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.startNanos = startNanos;
    }

    /**
     * Starts a command and waits until it says that it is ready.
     *
     * @throws IOException when it ends instead
     */
    static Program start(String name, List<String> command, Path folder) throws IOException {
        Path log = folder.resolve(name + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        StringBuilder output = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                long nanos = System.nanoTime() - start;
                Files.writeString(log, output);
                drain(name, lines, log);
                return new Program(name, process, Integer.parseInt(ready.group(1)), nanos);
            }
        }
        throw new IOException(name + " did not start:\n" + output);
    }

    private static void drain(String name, BufferedReader lines, Path log) {
        Thread thread = new Thread(
                () -> {
                    try (var out = Files.newBufferedWriter(log, StandardOpenOption.APPEND)) {
                        lines.transferTo(out);
                    } catch (IOException e) {
                        System.err.println(name + ": its output was lost: " + e.getMessage());
                    }
                },
                name + " output");
        thread.setDaemon(true);
        thread.start();
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    long processId() {
        return process.pid();
    }

    /** From the start of the process to its ready message. */
    long startNanos() {
        return startNanos;
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
