package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.FlightMetrics.End;
import io.fraiseql.plugin.flight.vector.ArrowFields;
import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/**
 * One DoGet: rows into batches, batches to the client as fast as it takes them. Made on gRPC's thread of the call; {@link #run} by a thread of
 * its own; ends with exactly one of completed and error, or with neither when the client has left.
 */
final class RowStreaming {

    /** Vectors grow by doubling, and hold the old bytes while they do; a batch is full only after its last row. */
    private static final int MEMORY_OF_BATCHES = 8;

    private static final long LEAST_MEMORY = 64L << 20;
    private static final int FOLLOWER_ROWS = 1_000;

    private final FlightConfig config;
    private final ArrowFields types;
    private final BufferAllocator memory;
    private final FlightMetrics metrics;
    private final StreamRequest request;
    private final RequestContext context;
    private final ServerStreamListener listener;
    private final ClientPace pace;
    private volatile @Nullable BatchSource open;

    RowStreaming(
            FlightConfig config,
            ArrowFields types,
            BufferAllocator memory,
            FlightMetrics metrics,
            StreamRequest request,
            RequestContext context,
            ServerStreamListener listener) {
        this.config = config;
        this.types = types;
        this.memory = memory;
        this.metrics = metrics;
        this.request = request;
        this.context = context;
        this.listener = listener;
        this.pace = new ClientPace(listener, config.stallTimeout().toNanos(), this::cancel);
    }

    /** Ends the stream with an error; from any thread. */
    void stop(FraiseqlException reason) {
        pace.stop(reason);
        cancel();
    }

    /** Whether it answers a request of that id by that caller. */
    boolean answers(String requestId, Identity identity) {
        return context.requestId().equals(requestId) && context.identity().equals(identity);
    }

    private void cancel() {
        BatchSource rows = open;
        if (rows != null) {
            rows.cancel();
        }
    }

    /** Everything is given back, and counted, before the client hears of the end. */
    void run() {
        metrics.begun(request.follows());
        Throwable failure = null;
        try {
            stream();
        } catch (RuntimeException | Error e) {
            failure = pace.reason(e);
        }
        metrics.ended(end(failure), request.follows());
        if (pace.clientLeft()) {
            return;
        }
        if (failure == null) {
            listener.completed();
        } else {
            listener.error(FlightStatus.of(failure, context));
        }
    }

    private End end(@Nullable Throwable failure) {
        if (pace.clientLeft()) {
            return End.CLIENT_GONE;
        }
        if (failure == null) {
            return End.COMPLETE;
        }
        if (!(failure instanceof FraiseqlException error)) {
            return End.FAILED;
        }
        if (error.code() == FlightErrorCode.CANCELLED) {
            return End.CANCELLED;
        }
        return error.code() == FlightErrorCode.CLIENT_STALLED ? End.STALLED : End.FAILED;
    }

    private void stream() {
        if (pace.clientLeft()) {
            return;
        }
        try (BatchSource rows = request.open(context)) {
            open = rows;
            // whoever ended the stream before this had nothing to cancel
            if (pace.goesOn()) {
                send(rows);
            }
        } finally {
            open = null;
        }
    }

    private void send(BatchSource rows) {
        long limit =
                Math.max(LEAST_MEMORY, MEMORY_OF_BATCHES * config.batchBytes().bytes());
        try (BufferAllocator own = memory.newChildAllocator(context.requestId(), 0, limit);
                RowBatch batch = new RowBatch(
                        types,
                        rows.fields(),
                        own,
                        batchRows(),
                        config.batchBytes().bytes())) {
            listener.start(batch.root(), batch.dictionaries());
            boolean more = true;
            while (more) {
                more = rows.fill(batch);
                if (batch.rows() > 0) {
                    if (!pace.await()) {
                        return;
                    }
                    put(rows.metadata(), own);
                    metrics.sent(batch.rows());
                }
            }
            pace.goesOn();
        }
    }

    /** Who waits most of the time holds little memory. */
    private int batchRows() {
        return request.follows() ? Math.min(config.batchRows(), FOLLOWER_ROWS) : config.batchRows();
    }

    private void put(byte @Nullable [] metadata, BufferAllocator own) {
        if (metadata == null) {
            listener.putNext();
            return;
        }
        ArrowBuf buffer = own.buffer(metadata.length);
        buffer.writeBytes(metadata);
        listener.putNext(buffer); // which then owns it
    }
}
