package io.fraiseql.core.execute;

import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.plan.Captures;
import io.fraiseql.core.plan.EventTable;
import io.fraiseql.core.plan.EventTable.Column;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ColumnType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Appends the events of writes to the outbox, in the transaction of the writes, but those that triggers append. Thread-safe. */
final class EventWriter {

    private static final int COLUMNS = Column.values().length;

    private final EventTable table;
    private final Captures captures;
    private final Clock clock;
    private final EventIds ids;

    EventWriter(EventTable table, Captures captures, Clock clock) {
        this.table = table;
        this.captures = captures;
        this.clock = clock;
        this.ids = new EventIds(clock);
    }

    /** Appends one event for each written row, in their order. */
    void append(WriteConnection connection, List<Written> writes, RequestContext context) {
        List<List<Object>> rows = new ArrayList<>(writes.size());
        for (Written write : writes) {
            if (!captures.covers(write.target().type().name())) {
                rows.add(event(write, context));
            }
        }
        append(connection, rows);
    }

    private void append(WriteConnection connection, List<List<Object>> rows) {
        if (rows.size() == 1) {
            connection.appendLater(table.one(), rows.get(0)::get);
        } else if (!rows.isEmpty()) {
            connection.append(table.several(), slot -> slot == 0 ? rows : column(rows, slot - 1));
        }
    }

    /**
     * Appends events that a caller brings.
     *
     * @param rows each with the key of its entity and its data, JSON or null
     */
    void append(WriteConnection connection, String entity, List<CustomEvent> rows, RequestContext context) {
        List<List<Object>> events = new ArrayList<>(rows.size());
        for (CustomEvent row : rows) {
            @Nullable Object[] event = new Object[COLUMNS];
            event[Column.ENTITY_TYPE.ordinal()] = entity;
            event[Column.ENTITY_ID.ordinal()] = row.entityId();
            event[Column.EVENT_TYPE.ordinal()] = Mutation.Operation.CUSTOM.name();
            event[Column.DATA.ordinal()] = row.data();
            stamp(event, context);
            events.add(Arrays.asList(event));
        }
        append(connection, events);
    }

    /** An event that a caller brings. */
    record CustomEvent(String entityId, @Nullable String data) {}

    /** Appends the event of a function that wrote: what it says of its entity; before it is not known. */
    void append(WriteConnection connection, Mutation mutation, FunctionAnswer answer, RequestContext context) {
        if (captures.covers(mutation.type())) {
            return;
        }
        @Nullable Object[] event = new Object[COLUMNS];
        String type = answer.entityType();
        event[Column.ENTITY_TYPE.ordinal()] = type == null ? mutation.entity() : type;
        event[Column.ENTITY_ID.ordinal()] = String.valueOf(answer.entityId());
        event[Column.EVENT_TYPE.ordinal()] = answer.eventType();
        event[Column.DATA.ordinal()] = answer.entity();
        event[Column.CHANGED_FIELDS.ordinal()] = answer.updatedFields();
        stamp(event, context);
        connection.appendLater(table.one(), slot -> event[slot]);
    }

    private void stamp(Object[] event, RequestContext context) {
        event[Column.ID.ordinal()] = ids.next();
        event[Column.USER_ID.ordinal()] = context.identity().subject();
        event[Column.ORG_ID.ordinal()] = context.identity().organisation();
        event[Column.CREATED_AT.ordinal()] =
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static List<Object> column(List<List<Object>> rows, int column) {
        List<Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.get(column)));
        return values;
    }

    private List<Object> event(Written write, RequestContext context) {
        StoredRow before = write.before();
        StoredRow after = write.after();
        @Nullable Object[] event = new Object[COLUMNS];
        event[Column.ENTITY_TYPE.ordinal()] = write.entity();
        event[Column.ENTITY_ID.ordinal()] = entityId(write.row());
        event[Column.EVENT_TYPE.ordinal()] = before == null ? "INSERT" : after == null ? "DELETE" : "UPDATE";
        event[Column.DATA.ordinal()] = after == null ? null : after.text();
        event[Column.BEFORE.ordinal()] = before == null ? null : before.text();
        event[Column.CHANGED_FIELDS.ordinal()] =
                before == null || after == null ? null : names(after.changedSince(before));
        stamp(event, context);
        return Arrays.asList(event);
    }

    /** A JSON list of names, which need no escapes. */
    private static String names(List<String> names) {
        return names.isEmpty() ? "[]" : "[\"" + String.join("\",\"", names) + "\"]";
    }

    /** The text of a key of one column; a JSON array of the values of a longer one. */
    private static String entityId(StoredRow row) {
        List<WriteColumn> key = row.target().key();
        List<String> values = new ArrayList<>();
        for (WriteColumn column : key) {
            values.add(row.json(column));
        }
        if (key.size() > 1) {
            return "[" + String.join(",", values) + "]";
        }
        String value = values.get(0);
        if (!value.startsWith("\"")) {
            return value;
        }
        boolean text = key.get(0).type() == ColumnType.TEXT && !key.get(0).isEnum();
        return text ? (String) row.key().get(0) : value.substring(1, value.length() - 1);
    }
}
