package io.fraiseql.plugin.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A MySQL or MariaDB server process on a free port with a data folder of its own, both gone when it is closed or the JVM ends. The
 * server writes the port that it chose into its log.
 */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path folder;
    private final String url;

    private ServerProcess(Process process, Path folder, String url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    /**
     * Starts a server on a prepared data folder and waits until it answers.
     *
     * @param folder holds the data folder, and takes socket and log
     */
    static ServerProcess start(Path folder, List<String> command, Map<String, String> environment) {
        int port = freePort();
        List<String> line = new ArrayList<>(command);
        line.add("--port=" + port);
        line.add("--bind-address=127.0.0.1");
        line.add("--socket=" + folder.resolve("server.sock"));
        line.add("--pid-file=" + folder.resolve("server.pid"));
        line.add("--innodb-buffer-pool-size=64M");
        line.add("--innodb-flush-log-at-trx-commit=0");
        line.add("--character-set-server=utf8mb4");
        Process process = run(line, environment, folder.resolve("server.log"));
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/?user=root&allowPublicKeyRetrieval=true";
        ServerProcess server = new ServerProcess(process, folder, url);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.await();
        return server;
    }

    /** Runs a command that ends by itself. */
    static void prepare(List<String> command, Map<String, String> environment, Path log) {
        Process process = run(command, environment, log);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process run(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The administrator's URL without a database, for MariaDB's driver. */
    String url() {
        return url;
    }

    private void await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("the server did not start: " + folder.resolve("server.log"));
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Folders.delete(folder);
    }
}
