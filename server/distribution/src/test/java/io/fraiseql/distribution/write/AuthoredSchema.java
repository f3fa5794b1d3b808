package io.fraiseql.distribution.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Changes to a schema. */
final class AuthoredSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AuthoredSchema() {}

    /** Gives a type one more key. */
    static UnaryOperator<ObjectNode> typeKey(String type, String key, String value) {
        return schema -> {
            for (JsonNode node : schema.path("types")) {
                if (node.path("name").asText().equals(type)) {
                    ((ObjectNode) node).put(key, value);
                }
            }
            return schema;
        };
    }

    /** With the value of one key, as JSON text. */
    static ObjectNode with(ObjectNode schema, String key, String value) {
        schema.set(key, node(value));
        return schema;
    }

    /** Reads a JSON object. */
    static ObjectNode object(String text) {
        return (ObjectNode) node(text);
    }

    private static JsonNode node(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
