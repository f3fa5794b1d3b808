package io.fraiseql.plugin.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.RedisServer;

/** A Redis 6.2 on a port of its own, with its files in a folder. */
public final class TestRedis implements AutoCloseable {

    private final Path folder;
    private final int port = ServerProcess.freePort();
    private RedisServer server;

    private TestRedis(Path folder, List<String> settings) {
        this.folder = folder;
        this.server = started(settings);
    }

    /** One that loses nothing. */
    public static TestRedis start(Path folder) {
        return start(folder, List.of("appendonly yes", "appendfsync always", "maxmemory-policy noeviction"));
    }

    /** One with these settings, each as a line of {@code redis.conf}. */
    public static TestRedis start(Path folder, List<String> settings) {
        return new TestRedis(folder, settings);
    }

    private RedisServer started(List<String> settings) {
        try {
            var builder = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .onShutdownForceStop(true)
                    .setting("dir " + folder.toAbsolutePath())
                    .setting("save \"\"");
            settings.forEach(builder::setting);
            RedisServer redis = builder.build();
            redis.start();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, also while it is stopped. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The first line of what it answers to a command that is one line. */
    public String ask(String command) {
        try (Socket socket = new Socket("127.0.0.1", port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again on its files, as one that loses nothing. */
    public void startAgain() {
        server = started(List.of("appendonly yes", "appendfsync always", "maxmemory-policy noeviction"));
    }

    @Override
    public void close() {
        if (server.isActive()) {
            stop();
        }
    }
}
