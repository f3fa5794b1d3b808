package io.fraiseql.distribution.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The endpoint of the rules, outside of the servers: notes what comes, is slow now and then, and now and then unable. Thread-safe. */
final class Receiver implements AutoCloseable {

    private static final int UNABLE_PERCENT = 1;
    private static final int SLOW_PERCENT = 5;
    private static final int SLOWEST_MILLIS = 30;
    private static final int WAITING_CONNECTIONS = 500;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ObjectMapper json = new ObjectMapper();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicLong ticks = new AtomicLong();
    private final Random random;
    private volatile long lastNanos = System.nanoTime();

    Receiver(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), WAITING_CONNECTIONS);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        long began = ticks.incrementAndGet();
        JsonNode event = json.readTree(exchange.getRequestBody().readAllBytes());
        Arrival arrival = new Arrival(
                exchange.getRequestURI().getPath().substring(1),
                header(exchange, "webhook-id"),
                header(exchange, "X-Server"),
                Integer.parseInt(header(exchange, "webhook-attempt")),
                event.path("id").asText(),
                event.path("position").asLong(),
                event.path("key").asInt(),
                began);
        arrivals.add(arrival);
        lastNanos = arrival.nanos;
        int chance = random.nextInt(100);
        if (chance < SLOW_PERCENT) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(SLOWEST_MILLIS)));
        }
        boolean able = chance < 100 - UNABLE_PERCENT;
        if (able) {
            arrival.acknowledged = ticks.incrementAndGet();
        }
        exchange.sendResponseHeaders(able ? 204 : 503, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    /** When the last one came. */
    long lastNanos() {
        return lastNanos;
    }

    /** Everything that came. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
