package io.fraiseql.core.observer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.UnreadableEvent;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The event of a dead letter with other rows in it; which event it is stays the same, so that receivers know it. */
final class EditedEvent {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> ROWS = List.of("data", "before");

    private EditedEvent() {}

    /**
     * The text that a delivery keeps.
     *
     * @param kept the event as it is
     * @param edited the same with other values in {@code data} and {@code before}
     * @param rows what is known of the rows of entities
     * @throws FraiseqlException {@code BAD_USER_INPUT} when anything else differs, or a row does not fit its entity
     */
    static String of(String kept, String edited, EntityRows rows) {
        if (UnreadableEvent.isKept(kept)) {
            throw bad("an event that cannot be read is corrected in its row of fraiseql_event, and tried again then");
        }
        JsonNode before = tree(kept);
        JsonNode after = tree(edited);
        if (!(before instanceof ObjectNode was) || !(after instanceof ObjectNode is)) {
            throw bad("the event must be a JSON object, as it is shown");
        }
        Set<String> names = new TreeSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            requireSame(name, was.get(name), is.get(name));
        }
        requireRows(was, is, rows);
        return EventJson.write(EventJson.read(edited));
    }

    private static void requireSame(String name, @Nullable JsonNode was, @Nullable JsonNode is) {
        if (ROWS.contains(name)) {
            if (was == null || is == null || was.getNodeType() != is.getNodeType()) {
                throw bad("/" + name + ": must be " + (was == null || was.isNull() ? "null" : "an object")
                        + ", as before");
            }
        } else if (was == null || !was.equals(is)) {
            throw bad("/" + name + ": only data and before can be changed; "
                    + (was == null ? "remove it" : "leave it as it was"));
        }
    }

    /** What a function of the database says of its own accord has no type. */
    private static void requireRows(ObjectNode was, ObjectNode is, EntityRows rows) {
        if (was.path("type").asText().equals(Event.Type.CUSTOM.name())) {
            return;
        }
        for (String name : ROWS) {
            if (was.get(name) instanceof ObjectNode before && is.get(name) instanceof ObjectNode after) {
                rows.requireRow(was.path("entity").asText(), "/" + name, before, after);
            }
        }
    }

    private static @Nullable JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw bad("the event is not JSON: " + e.getOriginalMessage());
        }
    }

    private static FraiseqlException bad(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
