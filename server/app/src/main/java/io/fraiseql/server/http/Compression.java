package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.spi.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends answers, large ones compressed as a whole, so that they keep their Content-Length. Done here and not by a handler in front of the servlets because
 * small answers then pay nothing. Thread-safe.
 */
final class Compression {

    private final CompressionConfig config;

    Compression(CompressionConfig config) {
        this.config = config;
    }

    /**
     * Sends the answer of an exchange with its length, compressed when it is worth it and the client accepts it.
     *
     * @throws IOException when the client is gone
     */
    void send(HttpServletRequest request, HttpServletResponse response, Exchange exchange) throws IOException {
        Utf8Buffer body = exchange.answer();
        if (config.enabled() && body.length() >= config.minimumSize().bytes()) {
            response.addHeader("Vary", "Accept-Encoding");
            if (acceptsGzip(request.getHeader("Accept-Encoding"))) {
                response.setHeader("Content-Encoding", "gzip");
                body = exchange.compress(config.level());
            }
        }
        response.setContentLength(body.length());
        response.getOutputStream().write(body.array(), 0, body.length());
    }

    /** Whether {@code Accept-Encoding} admits gzip. */
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        double any = 0;
        for (String element : header.split(",", -1)) {
            MediaRange range = MediaRange.parse(element);
            if (range.type().equals("gzip")) {
                return range.quality() > 0;
            }
            any = range.type().equals("*") ? range.quality() : any;
        }
        return any > 0;
    }
}
