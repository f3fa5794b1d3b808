package io.fraiseql.distribution;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server writes, line by line, and what it says of itself in the line by which it is ready. Thread-safe. */
final class ServerOutput extends OutputStream {

    private static final Pattern READY =
            Pattern.compile(".*ready: application (127\\.[0-9.]+):(\\d+), admin (127\\.[0-9.]+):(\\d+).*");

    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final CompletableFuture<Matcher> ready = new CompletableFuture<>();
    private final long startedNanos = System.nanoTime();
    private volatile long readyNanos;

    @Override
    public synchronized void write(int octet) {
        if (octet != '\n') {
            line.write(octet);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.add(text);
        Matcher matcher = READY.matcher(text);
        if (matcher.matches()) {
            readyNanos = System.nanoTime();
            ready.complete(matcher);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** Nothing will be written any more. */
    @Override
    public void close() {
        ready.completeExceptionally(new IllegalStateException("the server ended"));
    }

    /** Waits until the server is ready. */
    void awaitReady() {
        try {
            ready.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the server did not become ready:\n" + text(), e);
        }
    }

    /** How long it took from the start of the server to the line. */
    Duration bootTime() {
        return Duration.ofNanos(readyNanos - startedNanos);
    }

    /** The line, taken apart: the application's host and port, and the same of the admin port. */
    Matcher ready() {
        return ready.join();
    }

    /** Everything that was written so far. */
    synchronized String text() {
        return String.join("\n", lines);
    }
}
