package io.fraiseql.plugin.flight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Writes the JSON that clients get beside rows. */
final class JsonBytes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonBytes() {}

    static byte[] of(Map<String, ?> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
