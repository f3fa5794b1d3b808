package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.server.http.live.EventStream;
import io.fraiseql.spi.Nullable;
import java.util.Arrays;

/** The buffers of one request, lent by {@link ExchangePool}; used by one thread at a time. */
final class Exchange {

    private static final int BODY_START = 8 << 10;
    private static final int BODY_KEPT = 64 << 10;
    private static final int ANSWER_START = 16 << 10;
    private static final int ANSWER_KEPT = 1 << 20;

    private byte[] body = new byte[BODY_START];
    private Utf8Buffer answer = new Utf8Buffer(ANSWER_START);
    private Utf8Buffer compressed = new Utf8Buffer(0);
    private ResponseType responseType = ResponseType.JSON;
    private long streamed;
    private @Nullable EventStream stream;
    private @Nullable GzipEncoder gzip;

    /** The request's body. */
    byte[] body() {
        return body;
    }

    /** Doubles the room for the body, up to {@code limit}, and returns it. */
    byte[] growBody(int limit) {
        body = Arrays.copyOf(body, (int) Math.min(limit, body.length * 2L));
        return body;
    }

    /** The answer. */
    Utf8Buffer answer() {
        return answer;
    }

    /** The type to answer with; {@link ResponseType#JSON} until the request's wish is known. */
    ResponseType responseType() {
        return responseType;
    }

    /** Sets the type to answer with. */
    void responseType(ResponseType type) {
        responseType = type;
    }

    /** What answers in place of {@link #answer}; null when that does. */
    @Nullable
    EventStream stream() {
        return stream;
    }

    /** Lets a stream answer. */
    void stream(EventStream answering) {
        stream = answering;
    }

    /** Notes bytes that were sent before the answer is. */
    void streamed(int bytes) {
        streamed += bytes;
    }

    /** The bytes of the answer before compression, streamed ones included. */
    long bytes() {
        return streamed + answer.length();
    }

    /** The answer in the gzip format; the level counts at the first call. */
    Utf8Buffer compress(int level) {
        if (gzip == null) {
            gzip = new GzipEncoder(level);
        }
        gzip.encode(answer.array(), answer.length(), compressed);
        return compressed;
    }

    /** Forgets the request and gives up buffers that are too large to keep. */
    void reset() {
        responseType = ResponseType.JSON;
        streamed = 0;
        stream = null;
        if (body.length > BODY_KEPT) {
            body = new byte[BODY_START];
        }
        answer = kept(answer, ANSWER_START);
        compressed = kept(compressed, 0);
    }

    private static Utf8Buffer kept(Utf8Buffer buffer, int start) {
        if (buffer.array().length > ANSWER_KEPT) {
            return new Utf8Buffer(start);
        }
        buffer.clear();
        return buffer;
    }
}
