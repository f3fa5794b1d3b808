package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.server.metrics.ExportEnd;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one stream part by part, in chunks whatever the client says of its connection. Used by one thread. */
final class StreamWriter {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWriter.class);

    /** What a client has to take in time. */
    private static final int SLICE = 32 * 1024;

    private final OutputStream out;
    private final Exchange exchange;
    private final EndPoint client;
    private final StallWatch stalls;
    private final StreamFormat format;
    private final RequestContext context;

    /** Sets the headers of the answer. */
    StreamWriter(
            Request request,
            Response response,
            Exchange exchange,
            StreamFormat format,
            String contentType,
            RequestContext context,
            StallWatch stalls)
            throws IOException {
        if (request.getConnectionMetaData().getProtocol().equals("HTTP/1.1")) {
            // without it the end of the connection would end a stream that its client wants to be the last
            response.getHeaders().put("Transfer-Encoding", "chunked");
        }
        response.getHeaders().put("Content-Type", contentType);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Cache-Control", "no-store");
        this.out = Content.Sink.asOutputStream(response);
        this.exchange = exchange;
        this.client = request.getConnectionMetaData().getConnection().getEndPoint();
        this.stalls = stalls;
        this.format = format;
        this.context = context;
    }

    /**
     * Sends everything.
     *
     * @param stream whose first part is in the exchange's answer
     * @throws IOException when the client is gone
     * @throws BrokenStreamException when the client is too slow or the rows cannot be read
     */
    void send(RowStream stream) throws IOException {
        Utf8Buffer part = exchange.answer();
        while (part.length() > 0) {
            write(part, context.deadlineNanos());
            part.clear();
            try {
                stream.next(part);
            } catch (FraiseqlException e) {
                throw broken(e, part);
            }
        }
    }

    private void write(Utf8Buffer part, long deadline) throws IOException {
        for (int start = 0; start < part.length(); start += SLICE) {
            long patience = stalls.patience();
            long until = deadline - patience < 0 ? deadline : patience;
            write(part.array(), start, Math.min(SLICE, part.length() - start), until);
        }
    }

    private void write(byte[] bytes, int start, int length, long until) throws IOException {
        StallWatch.Writing writing = stalls.watch(client, until);
        try (writing) {
            out.write(bytes, start, length);
            exchange.streamed(length);
        } catch (IOException e) {
            throw writing.stalled() ? new BrokenStreamException(ExportEnd.STALLED, e) : e;
        }
    }

    /** Rows that were read before the failure are not sent; where a line can say what happened, the last one does. */
    private IOException broken(FraiseqlException error, Utf8Buffer part) throws IOException {
        LOG.error("The stream of request {} broke off: {}", context.requestId(), error.getMessage(), error);
        if (format == StreamFormat.NDJSON) {
            ErrorBody.write(part, error.code(), String.valueOf(error.getMessage()), context.requestId());
            part.write((byte) '\n');
            write(part, stalls.patience());
        }
        return new BrokenStreamException(ExportEnd.FAILED, error);
    }
}
