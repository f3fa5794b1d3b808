package io.fraiseql.server.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Sends the answer of an {@link Exchange} in one write with its length. Thread-safe; never blocks. */
final class ResponseWriter {

    static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    private static final String RETRY_SECONDS = "1";

    private final Compression compression;

    ResponseWriter(Compression compression) {
        this.compression = compression;
    }

    /**
     * Sends status, headers and answer. Returns at once; {@code sent} is called when the client has everything, or will never have it.
     */
    void send(Request request, Response response, Exchange exchange, int status, Callback sent) {
        response.setStatus(status);
        if (status == 503 || status == 429) {
            response.getHeaders().put("Retry-After", RETRY_SECONDS);
        }
        if (exchange.answer().length() == 0) {
            response.write(true, BufferUtil.EMPTY_BUFFER, sent);
            return;
        }
        response.getHeaders().put("Content-Type", exchange.responseType().contentType());
        response.getHeaders().put(NO_SNIFFING);
        compression.send(request, response, exchange, sent);
    }
}
