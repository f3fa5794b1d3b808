package io.fraiseql.core.observer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fraiseql.spi.Nullable;
import java.time.Instant;

/** The failures of a delivery as JSON. */
final class History {

    static final String NONE = "[]";
    /** The {@code action} of the entry that says that a dead letter is tried again. */
    static final String RETRY = "retry";
    /** The same with another event. */
    static final String EDIT = "edit";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST = 100;
    private static final int LONGEST = 2_000;

    private History() {}

    /** Adds a failure; of very many the oldest give way. */
    static String with(String history, Instant at, String action, int attempt, @Nullable String error) {
        ArrayNode list = list(history);
        while (list.size() >= MOST) {
            list.remove(0);
        }
        String text = String.valueOf(error);
        list.addObject()
                .put("at", at.toString())
                .put("action", action)
                .put("attempt", attempt)
                .put("error", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        return list.toString();
    }

    /** When a dead letter was last tried again; empty when it never was. */
    static String replayed(String history) {
        String at = "";
        if (!history.equals(NONE)) {
            for (JsonNode entry : list(history)) {
                String action = entry.path("action").asText();
                at = action.equals(RETRY) || action.equals(EDIT)
                        ? entry.path("at").asText()
                        : at;
            }
        }
        return at;
    }

    private static ArrayNode list(String history) {
        try {
            JsonNode node = MAPPER.readTree(history);
            return node instanceof ArrayNode list ? list : MAPPER.createArrayNode();
        } catch (JsonProcessingException e) {
            return MAPPER.createArrayNode();
        }
    }
}
