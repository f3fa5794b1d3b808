package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.event.EventSelection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads the event log by position. What has a position is committed, and nothing ever gets one before it: nobody reads past an event. Thread-safe. */
public final class EventReader {

    private final EventStore store;

    public EventReader(EventStore store) {
        this.store = store;
    }

    /**
     * The events behind a position. One that cannot be read does not hide those after it.
     *
     * @param position 0 for the beginning
     * @param limit how many at most
     */
    public LogPage after(long position, int limit) {
        return page(asTexts -> asTexts ? store.log.afterAsTexts : store.log.after, position, new Object[] {
            position, (long) limit
        });
    }

    /**
     * What the events behind a position say of what was written.
     *
     * @param limit of how many at most
     */
    LogChanges changes(long position, int limit) {
        return store.read(session -> {
            Set<LogChange> kinds = new HashSet<>();
            int size = 0;
            long end = position;
            try (RowCursor row = store.log.changes.query(session, position, (long) limit)) {
                while (row.next()) {
                    end = row.getLong(0);
                    kinds.add(EventColumns.change(row));
                    size++;
                }
            }
            return new LogChanges(kinds, size, end);
        });
    }

    /**
     * Chosen events of a part of the log. One that cannot be read does not hide those after it, and may be none of those that were chosen.
     *
     * @param after the position behind which it begins
     * @param upTo its last position
     * @param limit how many at most
     */
    LogPage chosen(EventSelection selection, long after, long upTo, int limit) {
        return page(
                asTexts -> store.selections.of(selection, asTexts),
                after,
                SelectionStatements.values(selection, after, upTo, limit));
    }

    /**
     * One event; null when there is none, or none with a position yet. Looks at the whole log.
     *
     * @throws FraiseqlException {@code VALUE_NOT_READABLE}
     */
    public @Nullable Event find(UUID id) {
        return store.read(session -> {
            try (RowCursor row = store.log.one.query(session, id)) {
                return row.next() ? EventColumns.read(row) : null;
            }
        });
    }

    /** The position of the first event that is still there; null when there is none. */
    @Nullable
    Long first() {
        return store.read(session -> {
            try (RowCursor row = store.log.ages.query(session, Long.MAX_VALUE, 1L)) {
                return row.next() ? row.getLong(0) : null;
            }
        });
    }

    /** @param statements gives the statement, by whether it reads JSON as texts */
    private LogPage page(Function<Boolean, Prepared> statements, long position, Object[] values) {
        try {
            return page(statements.apply(false), position, values);
        } catch (FraiseqlException e) {
            if (e.code() != DatabaseErrorCode.VALUE_NOT_READABLE) {
                throw e;
            }
            // A database that keeps JSON as a text refuses all rows for one that is none.
            return page(statements.apply(true), position, values);
        }
    }

    private LogPage page(Prepared statement, long position, Object[] values) {
        return store.read(session -> {
            List<Event> events = new ArrayList<>();
            List<UnreadableEvent> unreadable = new ArrayList<>();
            long end = position;
            try (RowCursor row = statement.query(session, values)) {
                while (row.next()) {
                    end = row.getLong(0);
                    read(row, events, unreadable);
                }
            }
            return new LogPage(events, unreadable, end);
        });
    }

    private static void read(RowCursor row, List<Event> events, List<UnreadableEvent> unreadable) {
        try {
            events.add(EventColumns.read(row));
        } catch (FraiseqlException e) {
            if (e.code() != DatabaseErrorCode.VALUE_NOT_READABLE) {
                throw e;
            }
            unreadable.add(UnreadableEvent.read(row, e));
        }
    }

    /** The last position that was given; 0 when none was. */
    public long end() {
        return cursors().stream()
                .filter(cursor -> cursor.name().equals(LeasedCursor.SEQUENCER))
                .mapToLong(CursorState::position)
                .findFirst()
                .orElse(0);
    }

    /** How far the log is written and read, by name. */
    public List<CursorState> cursors() {
        return store.read(session -> {
            List<CursorState> cursors = new ArrayList<>();
            try (RowCursor row = store.cursors.all.query(session)) {
                while (row.next()) {
                    cursors.add(CursorState.read(row));
                }
            }
            return cursors;
        });
    }
}
