package io.fraiseql.core.event;

import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.WriteSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The deliveries of the observers, in the database. Thread-safe. */
public final class DeliveryStore {

    private final EventStore store;
    private final DeliveryStatements statements;

    public DeliveryStore(EventStore store) {
        this.store = store;
        this.statements = new DeliveryStatements(store.dialect());
    }

    /** Adds rows in a transaction. */
    public void insert(WriteSession session, Collection<DeliveryRow> rows) {
        write(session, statements.insert, rows.stream().map(DeliveryRow::values).toList());
    }

    /** Adds rows in a transaction, in place of those that are there. */
    public void replace(WriteSession session, Collection<DeliveryRow> rows) {
        delete(session, rows);
        insert(session, rows);
    }

    /** Gives rows that are there other values in a transaction. */
    public void update(WriteSession session, Collection<DeliveryRow> rows) {
        write(session, statements.update, rows.stream().map(DeliveryRow::values).toList());
    }

    /** Takes rows away in a transaction. */
    public void delete(WriteSession session, Collection<DeliveryRow> rows) {
        write(session, statements.delete, rows.stream().map(DeliveryRow::key).toList());
    }

    private static void write(WriteSession session, Prepared statement, List<List<Object>> rows) {
        if (!rows.isEmpty()) {
            statement.update(session, Nodes.values(rows));
        }
    }

    /** Keeps a row in a transaction of its own, whether it is there already or not. */
    public void keep(DeliveryRow row) {
        try {
            transaction(session -> insert(session, List.of(row)));
        } catch (ConstraintViolation e) {
            transaction(session -> update(session, List.of(row)));
        }
    }

    /** Runs a transaction of its own. */
    public void transaction(Consumer<WriteSession> body) {
        store.write(body);
    }

    /** What a rule still has to do, behind a position and in order. */
    public List<DeliveryRow> pending(String rule, long after, int limit) {
        return rows(statements.pending, rule, after, State.DEAD.name(), (long) limit);
    }

    /** Rows of a state, behind a position and in order. */
    public List<DeliveryRow> inState(State state, long after, int limit) {
        return rows(statements.inState, state.name(), after, (long) limit);
    }

    /** The same, ending with all rows of an event, so that the next page begins with another. */
    public List<DeliveryRow> wholeEvents(State state, long after, int limit) {
        List<DeliveryRow> rows = inState(state, after, limit);
        if (rows.size() < limit) {
            return rows;
        }
        long last = rows.get(rows.size() - 1).position();
        List<DeliveryRow> before =
                rows.stream().filter(row -> row.position() < last).toList();
        return before.isEmpty() ? rows : before;
    }

    /** One row; null when there is none. */
    public @Nullable DeliveryRow find(long position, String rule) {
        List<DeliveryRow> rows = rows(statements.one, position, rule);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** How many are dead. */
    public long dead() {
        return count(statements.count);
    }

    /** How many are not. */
    public long waiting() {
        return count(statements.countOthers);
    }

    /** How many there are of a rule. */
    public record Counts(long waiting, long dead) {

        static final Counts NONE = new Counts(0, 0);

        Counts plus(State state, long count) {
            return state == State.DEAD ? new Counts(waiting, dead + count) : new Counts(waiting + count, dead);
        }
    }

    /** How many each rule has that has any. */
    public Map<String, Counts> counts() {
        return store.read(session -> {
            Map<String, Counts> counts = new TreeMap<>();
            try (RowCursor row = statements.countEach.query(session)) {
                while (row.next()) {
                    State state = State.valueOf(Cells.text(row, 1));
                    counts.put(
                            Cells.text(row, 0),
                            counts.getOrDefault(Cells.text(row, 0), Counts.NONE).plus(state, row.getLong(2)));
                }
            }
            return counts;
        });
    }

    private List<DeliveryRow> rows(Prepared statement, Object... values) {
        return store.read(session -> {
            List<DeliveryRow> rows = new ArrayList<>();
            try (RowCursor row = statement.query(session, values)) {
                while (row.next()) {
                    rows.add(DeliveryRow.read(row));
                }
            }
            return rows;
        });
    }

    private long count(Prepared statement) {
        return store.read(session -> {
            try (RowCursor row = statement.query(session, State.DEAD.name())) {
                return row.next() ? row.getLong(0) : 0L;
            }
        });
    }
}
