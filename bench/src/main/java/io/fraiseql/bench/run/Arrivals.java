package io.fraiseql.bench.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.fraiseql.bench.load.HttpMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An endpoint for webhooks that notes how old their events are when they come. Thread-safe. */
final class Arrivals implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int WAITING_CONNECTIONS = 100;

    private static final byte[] DONE = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JsonFactory json = new JsonFactory();
    private final List<Double> ages = new ArrayList<>();

    private Arrivals(ServerSocket server) {
        this.server = server;
    }

    static Arrivals open() throws IOException {
        Arrivals arrivals = new Arrivals(new ServerSocket(0, WAITING_CONNECTIONS, InetAddress.getByName("127.0.0.1")));
        arrivals.threads.execute(arrivals::accept);
        return arrivals;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                threads.execute(() -> receive(connection));
            }
        } catch (IOException e) {
            // It was closed, and nobody connects any more.
            threads.shutdown();
        }
    }

    private void receive(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            for (HttpMessage webhook = HttpMessage.read(in); webhook != null; webhook = HttpMessage.read(in)) {
                Instant now = Instant.now();
                connection.getOutputStream().write(DONE);
                double age = Duration.between(time(webhook.body()), now).toNanos() / NANOS_PER_MILLI;
                synchronized (ages) {
                    ages.add(age);
                }
            }
        } catch (IOException e) {
            System.err.println("a connection of webhooks ended: " + e.getMessage());
        }
    }

    private Instant time(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("time")) {
                    return Instant.parse(parser.getText());
                }
                parser.skipChildren();
            }
        }
        throw new IOException("a webhook without a time");
    }

    /** Forgets what came. */
    void forget() {
        synchronized (ages) {
            ages.clear();
        }
    }

    /** Waits until so many have come and returns their ages in milliseconds, sorted. */
    double[] await(int count) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (size() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(size() + " webhooks came instead of " + count);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        synchronized (ages) {
            return ages.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }

    private int size() {
        synchronized (ages) {
            return ages.size();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
