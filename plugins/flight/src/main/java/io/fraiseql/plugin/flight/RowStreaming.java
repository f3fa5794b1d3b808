package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.FlightMetrics.End;
import io.fraiseql.plugin.flight.vector.ArrowFields;
import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.ListCursor;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.query.RowSet;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.BufferAllocator;

/**
 * One DoGet: rows into batches, batches to the client as fast as it takes them. Made on gRPC's thread of the call; {@link #run} by a thread of
 * its own; ends with exactly one of completed and error, or with neither when the client has left.
 */
final class RowStreaming {

    /** Vectors grow by doubling, and hold the old bytes while they do; a batch is full only after its last row. */
    private static final int MEMORY_OF_BATCHES = 8;

    private static final long LEAST_MEMORY = 64L << 20;

    private final FlightConfig config;
    private final ArrowFields types;
    private final BufferAllocator memory;
    private final FlightMetrics metrics;
    private final RowQueries queries;
    private final QueryTicket ticket;
    private final RequestContext context;
    private final ServerStreamListener listener;
    private final ClientPace pace;
    private volatile @Nullable RowSet open;

    RowStreaming(
            FlightConfig config,
            ArrowFields types,
            BufferAllocator memory,
            FlightMetrics metrics,
            RowQueries queries,
            QueryTicket ticket,
            RequestContext context,
            ServerStreamListener listener) {
        this.config = config;
        this.types = types;
        this.memory = memory;
        this.metrics = metrics;
        this.queries = queries;
        this.ticket = ticket;
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
        RowSet rows = open;
        if (rows != null) {
            rows.cancel();
        }
    }

    /** Everything is given back, and counted, before the client hears of the end. */
    void run() {
        metrics.begun();
        Throwable failure = null;
        try {
            stream();
        } catch (RuntimeException | Error e) {
            failure = pace.reason(e);
        }
        metrics.ended(end(failure));
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
        try (RowSet rows = queries.open(ticket.request(), context)) {
            open = rows;
            // whoever ended the stream before this had nothing to cancel
            if (pace.goesOn()) {
                send(rows);
            }
        } finally {
            open = null;
        }
    }

    private void send(RowSet rows) {
        long limit =
                Math.max(LEAST_MEMORY, MEMORY_OF_BATCHES * config.batchBytes().bytes());
        ListCursor cursor = rows.cursor();
        try (BufferAllocator own = memory.newChildAllocator(context.requestId(), 0, limit);
                RowBatch batch = new RowBatch(
                        types,
                        rows.fields(),
                        own,
                        config.batchRows(),
                        config.batchBytes().bytes())) {
            listener.start(batch.root(), batch.dictionaries());
            boolean more = true;
            while (more) {
                more = batch.fill(cursor);
                if (batch.root().getRowCount() > 0) {
                    if (!pace.await()) {
                        return;
                    }
                    listener.putNext();
                    metrics.sent(batch.root().getRowCount());
                }
            }
        }
    }
}
