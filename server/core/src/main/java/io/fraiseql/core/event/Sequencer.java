package io.fraiseql.core.event;

import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
     * Gives positions to the first events that have none, up to a batch, and returns what they say was written.
     *
     * @throws LeaseLostException when another process does that; nothing is kept
     */
    public LogChanges pass() {
        Pending pending = store.read(this::pending);
        long position = cursor.position();
        if (pending.sequences.isEmpty()) {
            return new LogChanges(Set.of(), 0, position);
        }
        List<List<Object>> rows = new ArrayList<>(pending.sequences.size());
        List<Long> positions = new ArrayList<>(pending.sequences.size());
        for (Long sequence : pending.sequences) {
            position++;
            rows.add(List.of(sequence, position));
            positions.add(position);
        }
        cursor.move(position, session -> store.log.place.update(session, rows, pending.sequences, positions));
        return new LogChanges(pending.kinds, positions.size(), position);
    }

    private record Pending(List<Long> sequences, Set<LogChange> kinds) {}

    private Pending pending(ReadSession session) {
        Pending pending = new Pending(new ArrayList<>(), new HashSet<>());
        try (RowCursor row = store.log.pending.query(session, (long) batch)) {
            while (row.next()) {
                pending.sequences.add(row.getLong(0));
                pending.kinds.add(EventColumns.change(row));
            }
        }
        return pending;
    }
}
