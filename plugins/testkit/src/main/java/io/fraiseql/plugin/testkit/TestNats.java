package io.fraiseql.plugin.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A NATS with JetStream on a port of its own, from what {@code scripts/services} fetched into the cache folder. */
public final class TestNats implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 1000;

    private final Path folder = Folders.temporary("test-nats");
    private final int port = ServerProcess.freePort();
    private final List<String> settings;
    private ServerProcess server;

    private TestNats(List<String> settings) {
        this.settings = settings;
        this.server = started();
    }

    /**
     * Starts one; ends the test as not run when there is none.
     *
     * @param settings lines of its configuration file
     */
    public static TestNats start(String... settings) {
        Assumptions.assumeTrue(
                Files.exists(program()), "NATS is not here; scripts/services brings it, or says why not");
        return new TestNats(List.of(settings));
    }

    private static Path program() {
        return Folders.cache().resolve("nats/nats-server");
    }

    private ServerProcess started() {
        Path file = folder.resolve("nats.conf");
        try {
            Files.createDirectories(folder);
            Files.write(file, settings);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<String> command = List.of(
                program().toString(),
                "--config",
                file.toString(),
                "--addr",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--jetstream",
                "--store_dir",
                folder.resolve("store").toString());
        return ServerProcess.start(folder, command, Map.of(), this::answers);
    }

    /** A server greets whoever connects. */
    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port);
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return in.read() == 'I';
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it is, also while it is killed. */
    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        server.kill();
    }

    /** Starts it again on its files. */
    public void startAgain() {
        server = started();
    }

    @Override
    public void close() {
        server.close();
    }
}
