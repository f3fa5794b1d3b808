package io.fraiseql.server.manage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Consumer;

/** What is answered to a {@link Call}. */
record Reply(int status, String contentType, Content content) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** Writes the body, piece by piece. */
    interface Content {

        void write(Consumer<byte[]> out);
    }

    /** Plain values, as JSON. */
    static Reply of(Object value) {
        return json(OK, value);
    }

    /** The same for what was made. */
    static Reply created(Object value) {
        return json(CREATED, value);
    }

    private static Reply json(int status, Object value) {
        try {
            return json(status, MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer is not made of plain values", e);
        }
    }

    /** JSON as it is sent. */
    static Reply json(int status, byte[] body) {
        return new Reply(status, "application/json", out -> out.accept(body));
    }

    /** One JSON object a line, as they are found. */
    static Reply lines(Content content) {
        return new Reply(OK, "application/x-ndjson", content);
    }
}
