package io.fraiseql.server.manage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** What is answered to a {@link Call}. */
record Reply(int status, String contentType, byte[] body) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int OK = 200;
    private static final int CREATED = 201;

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
            return new Reply(status, "application/json", MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer is not made of plain values", e);
        }
    }

    /** Text of one JSON object a line. */
    static Reply lines(String text) {
        return new Reply(OK, "application/x-ndjson", text.getBytes(StandardCharsets.UTF_8));
    }
}
