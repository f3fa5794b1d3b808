package io.fraiseql.server.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.spi.error.ErrorCode;
import java.nio.charset.StandardCharsets;

/** Writes an error in GraphQL's form. */
public final class ErrorBody {

    private ErrorBody() {}

    /** Replaces the content of {@code out} by {@code {"errors":[{"message","extensions":{"code","requestId"}}]}}. */
    public static void write(Utf8Buffer out, ErrorCode code, String message, String requestId) {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        out.clear();
        ascii(out, "{\"errors\":[{\"message\":\"");
        out.write(encoder.quoteAsUTF8(message));
        ascii(out, "\",\"extensions\":{\"code\":\"");
        ascii(out, code.name());
        ascii(out, "\",\"requestId\":\"");
        out.write(encoder.quoteAsUTF8(requestId));
        ascii(out, "\"}}]}");
    }

    private static void ascii(Utf8Buffer out, String text) {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
