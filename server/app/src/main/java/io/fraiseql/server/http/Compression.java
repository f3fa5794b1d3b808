package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.spi.Nullable;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sends answers, large ones compressed as a whole, so that they keep their Content-Length. Done here and not by a handler in front because
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
     * @param sent called when the client has it, or will never have it; the exchange must be left alone until then
     */
    void send(Request request, Response response, Exchange exchange, Callback sent) {
        Utf8Buffer body = exchange.answer();
        if (config.enabled() && body.length() >= config.minimumSize().bytes()) {
            response.getHeaders().add("Vary", "Accept-Encoding");
            if (acceptsGzip(request.getHeaders().get("Accept-Encoding"))) {
                response.getHeaders().put("Content-Encoding", "gzip");
                body = exchange.compress(config.level());
            }
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length());
        response.write(true, ByteBuffer.wrap(body.array(), 0, body.length()), sent);
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
