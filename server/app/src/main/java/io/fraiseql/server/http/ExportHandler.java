package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.server.metrics.ExportEnd;
import io.fraiseql.server.metrics.Rejection;
import io.fraiseql.server.metrics.ServerMetrics;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Streams the rows of one list while they are read. The client sets the pace: as long as it does not take what is written, nothing is read. A
 * stream that does not come to its end lacks its last chunk, so that no client takes a part for the whole. Thread-safe.
 */
final class ExportHandler implements AutoCloseable {

    private final GraphQLEngine engine;
    private final StreamGate gate;
    private final Semaphore slots;
    private final StallWatch stalls;
    private final long timeoutNanos;
    private final ServerMetrics metrics;

    ExportHandler(GraphQLEngine engine, StreamGate gate, ExportConfig config, ServerMetrics metrics) {
        this.engine = engine;
        this.gate = gate;
        this.slots = new Semaphore(config.maxConcurrent());
        this.stalls = new StallWatch(config.stallTimeout().toNanos());
        this.timeoutNanos = config.timeout().toNanos();
        this.metrics = metrics;
    }

    /**
     * Answers and returns the status. A stream was sent as a whole; without one {@link Exchange#answer} holds the errors.
     *
     * @param type one that {@link ResponseType#streams}
     * @throws IOException when the stream was broken off
     */
    int answer(
            Request request,
            Response response,
            Exchange exchange,
            GraphQLRequest sent,
            ResponseType type,
            RequestContext context)
            throws IOException {
        if (request.getConnectionMetaData().getProtocol().equals("HTTP/1.0")) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "A stream needs HTTP/1.1, in which its end can be told from a break");
        }
        if (!slots.tryAcquire()) {
            metrics.http().rejected(Rejection.EXPORTS_FULL);
            throw new FraiseqlException(
                    CoreErrorCode.OVERLOADED,
                    "As many streams run as may run (http.export.maxConcurrent); try again later");
        }
        try {
            gate.enter(context.deadlineNanos());
            try {
                return stream(request, response, exchange, sent, type, context);
            } finally {
                gate.leave();
            }
        } finally {
            slots.release();
        }
    }

    private int stream(
            Request request,
            Response response,
            Exchange exchange,
            GraphQLRequest sent,
            ResponseType type,
            RequestContext context)
            throws IOException {
        StreamFormat format = type.streamed();
        RequestContext longer =
                new RequestContext(context.requestId(), context.identity(), System.nanoTime() + timeoutNanos);
        GraphQLEngine.Opened opened = engine.stream(sent, format, longer, exchange.answer());
        metrics.graphql().executed(opened.outcome());
        RowStream stream = opened.stream();
        if (stream == null) {
            return HttpStatus.of(sent, opened.outcome(), ResponseType.GRAPHQL_RESPONSE);
        }
        ExportEnd end = ExportEnd.CLIENT_GONE;
        metrics.exports().begun();
        try (stream) {
            new StreamWriter(request, response, exchange, format, type.contentType(), longer, stalls).send(stream);
            end = ExportEnd.COMPLETE;
            return HttpStatus.OK;
        } catch (BrokenStreamException e) {
            end = e.end();
            throw e;
        } finally {
            metrics.exports().ended(format, end, stream.rows());
        }
    }

    @Override
    public void close() {
        stalls.close();
    }
}
