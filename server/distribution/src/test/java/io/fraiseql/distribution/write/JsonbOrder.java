package io.fraiseql.distribution.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Writes an object as PostgreSQL stores it: shorter names first, then by their bytes. */
final class JsonbOrder {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonbOrder() {}

    static String of(String json) {
        try {
            ObjectNode object = (ObjectNode) MAPPER.readTree(json);
            Map<String, JsonNode> members =
                    new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
            object.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
            ObjectNode ordered = MAPPER.createObjectNode();
            members.forEach(ordered::set);
            return ordered.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
