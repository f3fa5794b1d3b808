package io.fraiseql.plugin.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server process with a folder of its own, both gone when it is closed or the JVM ends. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BETWEEN_TRIES_MILLIS = 50;

    private final Process process;
    private final Path folder;

    private ServerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param folder takes the log as {@code server.log}
     * @param url by which it answers
     */
    static ServerProcess start(Path folder, List<String> command, Map<String, String> environment, String url) {
        return start(folder, command, environment, () -> TestDatabase.answers(url));
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param folder takes the log as {@code server.log}
     * @param answers asks it
     */
    static ServerProcess start(
            Path folder, List<String> command, Map<String, String> environment, BooleanSupplier answers) {
        Path log = folder.resolve("server.log");
        ServerProcess server = new ServerProcess(run(command, environment, log), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try {
            server.await(answers, log);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Runs a command that ends by itself. */
    static void prepare(List<String> command, Map<String, String> environment, Path log) {
        Process process = run(command, environment, log);
        if (!ended(process, PATIENCE.toMillis()) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw failure(command.get(0) + " failed", log);
        }
    }

    private static Process run(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(BooleanSupplier answers, Path log) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers.getAsBoolean()) {
            if (ended(process, BETWEEN_TRIES_MILLIS) || System.nanoTime() > deadline) {
                throw failure("the server did not start", log);
            }
        }
    }

    private static boolean ended(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static IllegalStateException failure(String what, Path log) {
        try {
            return new IllegalStateException(what + ":\n" + Files.readString(log));
        } catch (IOException e) {
            return new IllegalStateException(what, e);
        }
    }

    /** Ends it at once, as {@code kill -9} does; its folder stays. */
    void kill() {
        process.destroyForcibly();
        ended(process, PATIENCE.toMillis());
    }

    @Override
    public void close() {
        // What it would still write is thrown away with it.
        process.destroyForcibly().onExit().join();
        Folders.delete(folder);
    }
}
