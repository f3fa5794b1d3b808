package io.fraiseql.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the answer of an {@link Exchange} in one write with its length. Thread-safe. */
final class ResponseWriter {

    private static final String RETRY_SECONDS = "1";

    private final Compression compression;

    ResponseWriter(Compression compression) {
        this.compression = compression;
    }

    /**
     * Sends status, headers and answer.
     *
     * @throws IOException when the client is gone
     */
    void send(HttpServletRequest request, HttpServletResponse response, Exchange exchange, int status)
            throws IOException {
        response.setStatus(status);
        if (status == 503 || status == 429) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        if (exchange.answer().length() == 0) {
            return;
        }
        response.setContentType(exchange.responseType().contentType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        compression.send(request, response, exchange);
    }
}
