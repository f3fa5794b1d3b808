package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.ArrowFields;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.BufferAllocator;

/** The running streams, each on a thread of its own. Thread-safe. */
final class Streams implements AutoCloseable {

    private static final long IDLE_SECONDS = 60;
    private static final long CLOSE_SECONDS = 10;

    private final FlightConfig config;
    private final ArrowFields types;
    private final BufferAllocator memory;
    private final FlightMetrics metrics;
    private final ExecutorService threads;
    private final ExecutorService followers;
    private final Set<RowStreaming> running = ConcurrentHashMap.newKeySet();

    Streams(FlightConfig config, ArrowFields types, BufferAllocator memory, FlightMetrics metrics) {
        this.config = config;
        this.types = types;
        this.memory = memory;
        this.metrics = metrics;
        this.threads = threads(config.maxStreams(), "flight-stream");
        this.followers = threads(config.maxFollowers(), "flight-follower");
    }

    private static ExecutorService threads(int most, String name) {
        return new ThreadPoolExecutor(
                0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), new PluginThreads(name));
    }

    /**
     * Starts a stream and returns; the listener is told how it ends.
     *
     * @throws FraiseqlException {@code OVERLOADED} when as many run as may run
     */
    void start(StreamRequest request, RequestContext context, ServerStreamListener listener) {
        RowStreaming stream = new RowStreaming(config, types, memory, metrics, request, context, listener);
        ExecutorService pool = request.follows() ? followers : threads;
        try {
            pool.execute(() -> {
                running.add(stream);
                try {
                    stream.run();
                } finally {
                    running.remove(stream);
                }
            });
        } catch (RejectedExecutionException e) {
            throw full(request.follows(), e);
        }
    }

    private FraiseqlException full(boolean follows, RejectedExecutionException cause) {
        String bound =
                follows ? "flight.maxFollowers: " + config.maxFollowers() : "flight.maxStreams: " + config.maxStreams();
        return new FraiseqlException(
                FlightErrorCode.OVERLOADED, "as many streams run as may run (" + bound + "); try again later", cause);
    }

    /** How many run. */
    int running() {
        return running.size();
    }

    /** Ends the streams that answer a request, and says how many there were. */
    int cancel(String requestId, Identity identity) {
        int cancelled = 0;
        for (RowStreaming stream : running) {
            if (stream.answers(requestId, identity)) {
                stream.stop(new FraiseqlException(
                        FlightErrorCode.CANCELLED, "the stream was cancelled by the action CancelFlight"));
                cancelled++;
            }
        }
        return cancelled;
    }

    /** Ends every stream with an error and waits for them. */
    @Override
    public void close() {
        threads.shutdown();
        followers.shutdown();
        running.forEach(stream -> stream.stop(ClientPace.stopping()));
        try {
            for (ExecutorService pool : List.of(threads, followers)) {
                if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
