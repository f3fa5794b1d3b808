package io.fraiseql.bench.run;

import io.fraiseql.bench.Insert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Inserts of one row at moments that are fixed beforehand, however fast they are answered. */
final class SteadyWrites {

    private static final int CLIENTS = 8;

    private final URI uri;
    private final int perSecond;
    private final String[] bodies = Insert.ONE.bodies();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger written = new AtomicInteger();

    SteadyWrites(int port, int perSecond) {
        this.uri = URI.create("http://127.0.0.1:" + port + "/graphql");
        this.perSecond = perSecond;
    }

    /** How many there were so far. */
    int written() {
        return written.get();
    }

    /** Writes for so long and returns how many a second there really were. */
    double run(int seconds) throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        int before = written.get();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int index = i;
                running.add(clients.submit(() -> write(start, index, seconds * perSecond)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a write failed", e);
        } finally {
            clients.shutdownNow();
        }
        return (written.get() - before) * 1e9 / (System.nanoTime() - start);
    }

    private void write(long start, int index, int count) {
        for (int i = index; i < count; i += CLIENTS) {
            long wait = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            send(bodies[i % bodies.length]);
            written.incrementAndGet();
        }
    }

    private void send(String body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
                throw new IOException("not written: " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
