package io.fraiseql.distribution;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint of somebody else: keeps what it is sent, and answers each path as it is told to. */
final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, Integer> once = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger holding = new AtomicInteger();

    /** A request. */
    record Received(String method, String path, Headers headers, String body, long nanos) {

        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(
                new Received(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body, System.nanoTime()));
        if (path.startsWith("/held")) {
            hold();
        }
        String header = headers.get(path);
        if (header != null) {
            exchange.getResponseHeaders().add(header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        Integer special = once.remove(path);
        byte[] answer = special == null ? bodies.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8) : new byte[0];
        int usual = statuses.getOrDefault(path, 204);
        exchange.sendResponseHeaders(special == null ? usual : special, answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private void hold() {
        holding.incrementAndGet();
        try {
            if (!released.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released the request");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** From now on requests to a path get this status, with a header when it is not empty. */
    void answer(String path, int status, String header) {
        statuses.put(path, status);
        if (header.isEmpty()) {
            headers.remove(path);
        } else {
            headers.put(path, header);
        }
    }

    /** From now on requests to a path get this status and this body. */
    void answerWith(String path, int status, String body) {
        statuses.put(path, status);
        bodies.put(path, body);
    }

    /** The next request to a path gets this status alone, later ones what they got before. */
    void answerOnce(String path, int status) {
        once.put(path, status);
    }

    /** Lets all requests to {@code /held…} go on, now and later. */
    void release() {
        released.countDown();
    }

    /** How many requests to {@code /held…} have come and wait, or have waited. */
    int holding() {
        return holding.get();
    }

    /** What came to a path, in the order in which it came. */
    List<Received> at(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
