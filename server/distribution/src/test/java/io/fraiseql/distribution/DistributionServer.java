package io.fraiseql.distribution;

import io.fraiseql.distribution.corpus.GraphQLEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running server process; its ports are read from the line in which it says that it is ready. */
public final class DistributionServer implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile(".*ready: application (127\\.[0-9.]+):(\\d+), admin (127\\.[0-9.]+):(\\d+).*");

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Matcher> ready = new CompletableFuture<>();
    private final long startedNanos = System.nanoTime();
    private final Thread reader = new Thread(this::read, "server-output");
    private long readyNanos;

    private DistributionServer(Process process) {
        this.process = process;
        reader.start();
    }

    /** The server that runs as a process, ready. */
    static DistributionServer of(Process process) {
        DistributionServer server = new DistributionServer(process);
        try {
            server.ready.get(60, TimeUnit.SECONDS);
            return server;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("the server did not become ready:\n" + server.output(), e);
        }
    }

    public int port() {
        return Integer.parseInt(ready.join().group(2));
    }

    int adminPort() {
        return Integer.parseInt(ready.join().group(4));
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Where a service with a port of its own listens, {@code host:port}. */
    String service(String name) {
        Matcher place =
                Pattern.compile(", " + name + " ([^ ,]+)").matcher(ready.join().group());
        if (!place.find()) {
            throw new AssertionError(name + " does not listen: " + ready.join().group());
        }
        return place.group(1);
    }

    /** The addresses that the application and the admin port are bound to. */
    List<String> hosts() {
        return List.of(ready.join().group(1), ready.join().group(3));
    }

    GraphQLEndpoint endpoint() {
        return new GraphQLEndpoint(URI.create("http://127.0.0.1:" + port() + "/graphql"));
    }

    Duration bootTime() {
        return Duration.ofNanos(readyNanos - startedNanos);
    }

    /** Resident memory in bytes; Linux only. */
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Everything written so far, standard output and error together. */
    public String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** Asks the process to end, as an orchestrator does. */
    void terminate() {
        // Process.destroy would close the output before the server has written its last lines.
        process.toHandle().destroy();
    }

    /** Asks the process to end and returns its exit code when it has. */
    int stop() {
        terminate();
        return awaitEnd();
    }

    /** Waits for the end of the process. */
    int awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not stop:\n" + output());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new AssertionError(e);
        }
    }

    /** Ends the process at once, as a crash does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops the process where it is, as a paused machine does; {@link #resume} lets it go on. */
    public void suspend() {
        signal("STOP");
    }

    /** Lets a suspended process go on. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("kill -" + name + " ended with " + exit);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    readyNanos = System.nanoTime();
                    ready.complete(matcher);
                }
            }
            ready.completeExceptionally(new IOException("the process ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
