package io.fraiseql.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server that runs as a process of its own, to which everything can be done that is done to processes. */
public final class DistributionProcess extends DistributionServer {

    private final Process process;
    private final ServerOutput output;
    private final Thread reader = new Thread(this::read, "server-output");

    private DistributionProcess(Process process, ServerOutput output) {
        super(output);
        this.process = process;
        this.output = output;
        reader.start();
    }

    /** The server that runs as a process, ready. */
    static DistributionProcess of(Process process) {
        ServerOutput output = new ServerOutput();
        DistributionProcess server = new DistributionProcess(process, output);
        try {
            output.awaitReady();
            return server;
        } catch (AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    Duration bootTime() {
        return output.bootTime();
    }

    /** Resident memory in bytes; Linux only. */
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
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
        try (output) {
            process.getInputStream().transferTo(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
