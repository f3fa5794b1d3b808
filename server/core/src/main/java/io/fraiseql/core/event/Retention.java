package io.fraiseql.core.event;

import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Takes old events away, but none that a consumer has not read. One thread, that of the {@link Sequencer}. */
public final class Retention {

    private final EventStore store;
    private final LeasedCursor cursor;
    private final Duration age;
    private final int batch;
    private final Clock clock;

    /**
     * @param cursor {@link LeasedCursor#SEQUENCER}, owned
     * @param age how long events are kept
     * @param batch how many one transaction takes away
     */
    public Retention(EventStore store, LeasedCursor cursor, Duration age, int batch, Clock clock) {
        this.store = store;
        this.cursor = cursor;
        this.age = age;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * Takes the first events of the log away, up to a batch, and returns whether there may be more.
     *
     * @throws LeaseLostException when another process does that; nothing is kept
     */
    public boolean pass() {
        long read = new EventReader(store)
                .cursors().stream().mapToLong(CursorState::position).min().orElse(0);
        Old old = old(read, clock.instant().minus(age));
        if (old.count == 0) {
            return false;
        }
        cursor.move(cursor.position(), session -> store.log.delete.update(session, old.last));
        return old.count == batch;
    }

    private record Old(int count, long last) {}

    /** Nearly always the first is not old, and the others need not be read. */
    private Old old(long upTo, Instant before) {
        return store.read(session -> {
            Old first = old(session, upTo, before, 1);
            return first.count == 0 ? first : old(session, upTo, before, batch);
        });
    }

    /** The first events that are older; one that is not ends them, so that the log has no holes. */
    private Old old(ReadSession session, long upTo, Instant before, long most) {
        int count = 0;
        long last = 0;
        try (RowCursor row = store.log.ages.query(session, upTo, most)) {
            while (row.next() && Cells.instant(row, 1).isBefore(before)) {
                last = row.getLong(0);
                count++;
            }
        }
        return new Old(count, last);
    }
}
