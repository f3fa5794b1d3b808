package io.fraiseql.bench.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JsonFactory json = new JsonFactory();
    private final List<Double> ages = new ArrayList<>();

    private Arrivals(HttpServer server) {
        this.server = server;
    }

    static Arrivals open() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), WAITING_CONNECTIONS);
        Arrivals arrivals = new Arrivals(server);
        server.setExecutor(arrivals.threads);
        server.createContext("/", arrivals::receive);
        server.start();
        return arrivals;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void receive(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        double age = Duration.between(time(body), now).toNanos() / NANOS_PER_MILLI;
        synchronized (ages) {
            ages.add(age);
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
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
