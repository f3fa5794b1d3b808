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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the event log by position, as far as positions were given. What has a position is committed, and nothing ever gets one before it:
 * nobody reads past an event. Thread-safe.
 */
public final class EventReader {

    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

    private final EventStore store;
    private final AtomicBoolean warned = new AtomicBoolean();

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
        LogPage page = page(asTexts -> asTexts ? store.log.afterAsTexts : store.log.after, position, new Object[] {
            position, (long) limit
        });
        return page.start() == position ? page : page.between(position, given(position, page.end()));
    }

    /** Positions have no gaps: behind one there may be an event whose position somebody else wrote, and what is to come before it. */
    private long given(long position, long end) {
        long given = Math.max(position, Math.min(end, end()));
        if (given < end && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "an event has the position {}, although {} was the last one to be given, and is not read; set its"
                            + " position to NULL in fraiseql_event",
                    end,
                    given);
        }
        return given;
    }

    /**
     * What the events behind a position say of what was written.
     *
     * @param limit of how many at most
     */
    LogChanges changes(long position, int limit) {
        LogChanges read = store.read(session -> {
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
        return read.start() == position ? read : after(position, limit).changes();
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

    /** The last position that is known of, although the cursor that gives them may be gone. */
    long furthest() {
        long read = cursors().stream().mapToLong(CursorState::position).max().orElse(0);
        return store.read(session -> {
            try (RowCursor row = store.log.last.query(session)) {
                return row.next() ? Math.max(read, row.getLong(0)) : read;
            }
        });
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
