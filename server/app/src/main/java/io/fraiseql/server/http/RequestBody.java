package io.fraiseql.server.http;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the body of a POST. */
final class RequestBody {

    private RequestBody() {}

    /** Whether the body is said to be JSON in UTF-8 and not compressed. */
    static boolean json(Request request) {
        String encoding = request.getHeaders().get("Content-Encoding");
        return json(request.getHeaders().get("Content-Type"))
                && (encoding == null || encoding.equalsIgnoreCase("identity"));
    }

    /**
     * Reads the whole body into {@link Exchange#body} and returns its length.
     *
     * @throws FraiseqlException {@link HttpErrorCode#PAYLOAD_TOO_LARGE} as soon as more than the limit's bytes are announced or
     *     came, {@link HttpErrorCode#REQUEST_TIMEOUT} when the client is too slow
     */
    static int read(Request request, Exchange exchange, BodyLimit limit, long deadlineNanos) throws IOException {
        if (request.getLength() > limit.bytes()) {
            throw limit.tooLarge();
        }
        InputStream input = Content.Source.asInputStream(request);
        byte[] body = exchange.body();
        int length = 0;
        while (true) {
            if (length == body.length) {
                body = exchange.growBody(limit.bytes() + 1);
            }
            int read = read(input, body, length);
            if (read < 0) {
                return length;
            }
            length += read;
            if (length > limit.bytes()) {
                throw limit.tooLarge();
            }
            if (deadlineNanos - System.nanoTime() < 0) {
                throw tooSlow(null);
            }
        }
    }

    private static int read(InputStream input, byte[] body, int offset) throws IOException {
        try {
            return input.read(body, offset, body.length - offset);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow(e);
            }
            throw e;
        }
    }

    private static boolean json(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        if (contentType.equals("application/json")) {
            return true;
        }
        MediaRange range = MediaRange.parse(contentType);
        return range.type().equals("application/json") && range.utf8();
    }

    private static FraiseqlException tooSlow(@Nullable Throwable cause) {
        return new FraiseqlException(
                HttpErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time; send it again", cause);
    }
}
