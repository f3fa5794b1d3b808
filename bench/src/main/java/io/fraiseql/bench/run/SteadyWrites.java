package io.fraiseql.bench.run;

import io.fraiseql.bench.Insert;
import io.fraiseql.bench.load.HttpMessage;
import io.fraiseql.bench.load.HttpPost;
import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final int port;
    private final int perSecond;
    private final byte[][] bodies = Arrays.stream(Insert.ONE.bodies())
            .map(body -> body.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    private final AtomicInteger written = new AtomicInteger();

    SteadyWrites(int port, int perSecond) {
        this.port = port;
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

    private @Nullable Void write(long start, int index, int count) throws IOException {
        try (HttpPost client = new HttpPost(port)) {
            for (int i = index; i < count; i += CLIENTS) {
                long wait = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond - System.nanoTime();
                if (wait > 0) {
                    LockSupport.parkNanos(wait);
                }
                HttpMessage answer = client.send(bodies[i % bodies.length]);
                if (!answer.start().contains(" 200 ") || answer.text().contains("\"errors\"")) {
                    throw new IOException("not written: " + answer.text());
                }
                written.incrementAndGet();
            }
        }
        return null;
    }
}
