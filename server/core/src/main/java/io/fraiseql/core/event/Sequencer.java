package io.fraiseql.core.event;

import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives committed events their positions. The number that an event got as it was appended is no order to read by, because transactions
 * commit in another; a position is given once the event is there to be seen, always to the whole of what is seen at once and in the
 * order of appending, so that events of one row, which are appended under its lock, keep their order. One thread.
 */
public final class Sequencer {

    private final EventStore store;
    private final LeasedCursor cursor;
    private final int batch;

    /**
     * @param cursor {@link LeasedCursor#SEQUENCER}, owned
     * @param batch how many events one transaction gives positions
     */
    public Sequencer(EventStore store, LeasedCursor cursor, int batch) {
        this.store = store;
        this.cursor = cursor;
        this.batch = batch;
    }

    /**
     * Gives positions to the first events that have none, up to a batch, and returns how many.
     *
     * @throws LeaseLostException when another process does that; nothing is kept
     */
    public int pass() {
        List<Long> pending = store.read(this::pending);
        if (pending.isEmpty()) {
            return 0;
        }
        List<List<Object>> rows = new ArrayList<>(pending.size());
        List<Long> positions = new ArrayList<>(pending.size());
        long position = cursor.position();
        for (Long sequence : pending) {
            position++;
            rows.add(List.of(sequence, position));
            positions.add(position);
        }
        cursor.move(position, session -> store.log.place.update(session, rows, pending, positions));
        return pending.size();
    }

    private List<Long> pending(ReadSession session) {
        List<Long> pending = new ArrayList<>();
        try (RowCursor row = store.log.pending.query(session, (long) batch)) {
            while (row.next()) {
                pending.add(row.getLong(0));
            }
        }
        return pending;
    }
}
