package io.fraiseql.core.event;

import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far behind the log and its consumers are, asked of the database. Thread-safe. */
public final class LogFigures {

    private static final double NANOS = 1e9;

    private final EventStore store;
    private final Clock clock;

    public LogFigures(EventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * How far behind one cursor is.
     *
     * @param events how many it has before it
     * @param seconds the age of the first of them; 0 when there is none
     */
    public record Behind(long events, double seconds) {}

    /** By the name of the cursor; {@link LeasedCursor#SEQUENCER} has the events without position before it, a consumer those with one. */
    public Map<String, Behind> behind() {
        return store.read(session -> {
            Map<String, CursorState> cursors = new LinkedHashMap<>();
            try (RowCursor row = store.cursors.all.query(session)) {
                while (row.next()) {
                    CursorState state = CursorState.read(row);
                    cursors.put(state.name(), state);
                }
            }
            CursorState head = cursors.remove(LeasedCursor.SEQUENCER);
            Map<String, Behind> behind = new LinkedHashMap<>();
            behind.put(
                    LeasedCursor.SEQUENCER,
                    new Behind(number(session, store.log.countPending), age(session, store.log.oldestPending)));
            cursors.forEach((name, state) -> {
                long events = head == null ? 0 : Math.max(0, head.position() - state.position());
                behind.put(name, new Behind(events, events == 0 ? 0 : age(session, store.log.next, state.position())));
            });
            return behind;
        });
    }

    private static long number(ReadSession session, Prepared statement) {
        try (RowCursor row = statement.query(session)) {
            return row.next() ? row.getLong(0) : 0;
        }
    }

    private double age(ReadSession session, Prepared statement, Object... values) {
        try (RowCursor row = statement.query(session, values)) {
            return row.next()
                    ? Math.max(
                            0,
                            Duration.between(Cells.instant(row, 0), clock.instant())
                                            .toNanos()
                                    / NANOS)
                    : 0;
        }
    }
}
