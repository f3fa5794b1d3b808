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
import java.util.function.Predicate;

/** An endpoint for webhooks that notes how old their events are when they are done. Thread-safe. */
final class Arrivals implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int WAITING_CONNECTIONS = 100;

    private static final byte[] DONE = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JsonFactory json = new JsonFactory();
    private final long workNanos;
    private final List<Arrival> arrived = new ArrayList<>();

    /** One webhook. */
    private record Arrival(String organisation, double ageMillis) {}

    private Arrivals(ServerSocket server, long workNanos) {
        this.server = server;
        this.workNanos = workNanos;
    }

    /** @param work how long each webhook takes to answer */
    static Arrivals open(Duration work) throws IOException {
        Arrivals arrivals = new Arrivals(
                new ServerSocket(0, WAITING_CONNECTIONS, InetAddress.getByName("127.0.0.1")), work.toNanos());
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
                if (workNanos > 0) {
                    LockSupport.parkNanos(workNanos);
                }
                Instant now = Instant.now();
                connection.getOutputStream().write(DONE);
                Arrival arrival = arrival(webhook.body(), now);
                synchronized (arrived) {
                    arrived.add(arrival);
                }
            }
        } catch (IOException e) {
            System.err.println("a connection of webhooks ended: " + e.getMessage());
        }
    }

    private Arrival arrival(byte[] body, Instant now) throws IOException {
        String time = "";
        String organisation = "";
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("time")) {
                    time = parser.getText();
                } else if (name.equals("organisation")) {
                    organisation = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new Arrival(
                organisation, Duration.between(Instant.parse(time), now).toNanos() / NANOS_PER_MILLI);
    }

    /** Forgets what came. */
    void forget() {
        synchronized (arrived) {
            arrived.clear();
        }
    }

    /** How many came of some organisations. */
    long count(Predicate<String> organisation) {
        synchronized (arrived) {
            return arrived.stream()
                    .filter(one -> organisation.test(one.organisation()))
                    .count();
        }
    }

    /** Waits until so many have come and returns their ages in milliseconds, sorted. */
    double[] await(int count) {
        return await(count, organisation -> true);
    }

    /** The same of some organisations. */
    double[] await(int count, Predicate<String> organisation) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (count(organisation) < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(count(organisation) + " webhooks came instead of " + count);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        synchronized (arrived) {
            return arrived.stream()
                    .filter(one -> organisation.test(one.organisation()))
                    .mapToDouble(Arrival::ageMillis)
                    .sorted()
                    .toArray();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
