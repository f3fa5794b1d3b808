package io.fraiseql.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The columns of {@code fraiseql_event} as they are read. */
final class EventColumns {

    /** All that make an event, in the order in which {@link #read} takes them. */
    static final Map<String, ColumnType> TYPES = types();
    /** The same with JSON as it is kept where it is a text, which {@link #read} looks into. */
    static final Map<String, ColumnType> AS_TEXTS = asTexts();
    /** The position and when it was written. */
    static final Map<String, ColumnType> AGE = age();

    private static final JsonFactory JSON = new JsonFactory();

    private EventColumns() {}

    private static Map<String, ColumnType> types() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        types.put("position", ColumnType.BIGINT);
        types.put("id", ColumnType.UUID);
        types.put("entity_type", ColumnType.TEXT);
        types.put("entity_id", ColumnType.TEXT);
        types.put("event_type", ColumnType.TEXT);
        types.put("data", ColumnType.JSON);
        types.put("before", ColumnType.JSON);
        types.put("changed_fields", ColumnType.JSON);
        types.put("user_id", ColumnType.TEXT);
        types.put("org_id", ColumnType.TEXT);
        types.put("trace_context", ColumnType.TEXT);
        types.put("created_at", ColumnType.DATETIME);
        return Collections.unmodifiableMap(types);
    }

    private static Map<String, ColumnType> asTexts() {
        Map<String, ColumnType> types = new LinkedHashMap<>(TYPES);
        types.replaceAll((column, type) -> type == ColumnType.JSON ? ColumnType.TEXT : type);
        return Collections.unmodifiableMap(types);
    }

    private static Map<String, ColumnType> age() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        types.put("position", ColumnType.BIGINT);
        types.put("created_at", ColumnType.DATETIME);
        return Collections.unmodifiableMap(types);
    }

    /** A number of an event and what {@link #change(RowCursor)} takes. */
    static Map<String, ColumnType> change(String number) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        types.put(number, ColumnType.BIGINT);
        types.put("entity_type", ColumnType.TEXT);
        types.put("event_type", ColumnType.TEXT);
        return Collections.unmodifiableMap(types);
    }

    /** What an event says was written. */
    static LogChange change(RowCursor row) {
        String type = Cells.readableText(row, 2);
        return new LogChange(Cells.readableText(row, 1), known(type).orElse(null));
    }

    private static Optional<Event.Type> known(@Nullable String name) {
        return Arrays.stream(Event.Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    /**
     * The event in a row.
     *
     * @throws FraiseqlException {@code VALUE_NOT_READABLE} naming it, when somebody else wrote it in another form
     */
    static Event read(RowCursor row) {
        int column = 0;
        long position = row.getLong(column++);
        return new Event(
                position,
                new UUID(row.getUuidHigh(column), row.getUuidLow(column++)),
                Cells.text(row, column++),
                Cells.text(row, column++),
                type(position, Cells.text(row, column++)),
                image(position, "data", Cells.textOrNull(row, column++)),
                image(position, "before", Cells.textOrNull(row, column++)),
                names(position, Cells.textOrNull(row, column++)),
                Cells.textOrNull(row, column++),
                Cells.textOrNull(row, column++),
                Cells.textOrNull(row, column++),
                Cells.instant(row, column));
    }

    private static Event.Type type(long position, String name) {
        return known(name)
                .orElseThrow(() -> unreadable(position, "event_type is none of " + List.of(Event.Type.values()), null));
    }

    private static FraiseqlException unreadable(long position, String why, @Nullable Throwable cause) {
        return new FraiseqlException(
                DatabaseErrorCode.VALUE_NOT_READABLE,
                "the event at position " + position + " cannot be read: " + why + "; correct its row in fraiseql_event",
                cause);
    }

    /** Only where JSON is a text is there something to find. */
    private static @Nullable String image(long position, String name, @Nullable String json) {
        if (json != null) {
            try (JsonParser parser = JSON.createParser(json)) {
                JsonToken first = parser.nextToken();
                parser.skipChildren();
                if (first == null || parser.nextToken() != null) {
                    throw unreadable(position, name + " is not one JSON value", null);
                }
            } catch (IOException e) {
                throw unreadable(position, name + " is not JSON", e);
            }
        }
        return json;
    }

    private static @Nullable List<String> names(long position, @Nullable String json) {
        if (json == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    names.add(parser.getText());
                }
            }
            return names;
        } catch (IOException e) {
            throw unreadable(position, "changed_fields is no list of names", e);
        }
    }
}
