package io.fraiseql.server.observer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.observer.DeadLetters;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dead letter as operators see it. */
public record DeadLetter(DeliveryRow row) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * The one with an id.
     *
     * @throws FraiseqlException {@code NOT_FOUND}
     */
    public static DeadLetter find(DeadLetters letters, @Nullable String id) {
        int colon = id == null ? -1 : id.indexOf(':');
        DeliveryRow row = id == null || colon < 1 || !id.substring(0, colon).matches("[0-9]{1,18}")
                ? null
                : letters.find(Long.parseLong(id.substring(0, colon)), id.substring(colon + 1));
        if (row == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "there is no dead letter " + id + "; ids are POSITION:RULE, as they are listed");
        }
        return new DeadLetter(row);
    }

    public String id() {
        return row.position() + ":" + row.rule();
    }

    /** All of it as plain values. */
    public Map<String, ?> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", id());
        values.put("rule", row.rule());
        values.put("actionsDone", row.done());
        values.put("event", json(row.event()));
        values.put("history", json(row.history()));
        return values;
    }

    /** The same as one line of JSON. */
    public String line() {
        try {
            return MAPPER.writeValueAsString(values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dead letter is made of plain values", e);
        }
    }

    /** What was written. */
    public String about() {
        JsonNode event = json(row.event());
        return event.path("type").asText() + " " + event.path("entity").asText() + " "
                + event.path("key").asText();
    }

    /** The last failure; empty when there was none. */
    public String lastError() {
        List<String> lines = failures();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** Every failure, a line for each. */
    public List<String> failures() {
        List<String> lines = new ArrayList<>();
        json(row.history())
                .forEach(failure -> lines.add(failure.path("at").asText() + " "
                        + failure.path("action").asText() + " "
                        + failure.path("attempt").asText() + ": "
                        + failure.path("error").asText()));
        return lines;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "a delivery keeps what is no JSON", e);
        }
    }
}
