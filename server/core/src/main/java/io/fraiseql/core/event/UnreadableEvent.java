package io.fraiseql.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event whose row somebody else wrote, or changed, into what is none.
 *
 * @param entityType null when not even that can be read
 * @param type as it stands there, which may be no {@link Event.Type}; null when it cannot be read
 * @param problem why it cannot be read, and what to do
 * @param json what can be read of it, under the names of {@link EventJson}, values as texts
 */
public record UnreadableEvent(
        long position,
        @Nullable String entityType,
        @Nullable String type,
        String problem,
        String json) {

    /** The member that tells it from an event. */
    private static final String MARK = "unreadable";

    private static final JsonMapper MAPPER = new JsonMapper();
    /** The columns of {@link EventColumns} that are texts in every database, by their names there. */
    private static final Map<Integer, String> TEXTS =
            new TreeMap<>(Map.of(2, "entity", 3, "key", 4, "type", 5, "data", 6, "before", 7, "changedFields"));

    private static final int ENTITY = 2;
    private static final int TYPE = 4;

    /** What can be read of a row of {@link EventColumns}. */
    static UnreadableEvent read(RowCursor row, FraiseqlException why) {
        long position = row.getLong(0);
        ObjectNode json = MAPPER.createObjectNode().put("position", position).put(MARK, why.getMessage());
        TEXTS.forEach((column, name) -> json.put(name, Cells.readableText(row, column)));
        return new UnreadableEvent(
                position,
                Cells.readableText(row, ENTITY),
                Cells.readableText(row, TYPE),
                String.valueOf(why.getMessage()),
                json.toString());
    }

    /** Whether rules for an entity and a type of events may be about it; {@code null} is every type. */
    public boolean mayBe(String entity, Event.@Nullable Type wanted) {
        if (entityType != null && !entityType.equals(entity)) {
            return false;
        }
        return wanted == null
                || wanted.name().equals(type)
                || Arrays.stream(Event.Type.values())
                        .noneMatch(known -> known.name().equals(type));
    }

    /** Whether a delivery keeps {@link #json} in place of an event. */
    public static boolean isKept(String text) {
        try {
            return MAPPER.readTree(text).has(MARK);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
