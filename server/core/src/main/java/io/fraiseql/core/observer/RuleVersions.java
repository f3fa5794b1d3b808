package io.fraiseql.core.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.Prepared;
import io.fraiseql.core.observer.RuleVersion.State;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules that are managed while servers run, in the database, with all that they were before. Thread-safe. */
public final class RuleVersions {

    private final EventStore store;
    private final RuleStatements statements;

    public RuleVersions(EventStore store) {
        this.store = store;
        this.statements = new RuleStatements(store.dialect());
    }

    /** Another number after each change: rows are only ever added, so it is how many there are, whichever commits first. */
    public long revision() {
        return store.read(session -> {
            try (RowCursor row = statements.count.query(session)) {
                return row.next() ? row.getLong(0) : 0L;
            }
        });
    }

    /** The rules as they are, by name, without those that were deleted. */
    public List<RuleVersion> current() {
        Map<String, RuleVersion> last = new TreeMap<>();
        rows(statements.all).forEach(row -> last.put(row.name(), row));
        return last.values().stream().filter(row -> row.state() == State.SAVED).toList();
    }

    /** All versions of a rule, the first one first; none for a name that was never used. */
    public List<RuleVersion> of(String name) {
        return rows(statements.named, name);
    }

    /**
     * Adds a version that follows the last one.
     *
     * @throws FraiseqlException {@code CONFLICT} when somebody else has added it
     */
    public void add(RuleVersion next) {
        try {
            store.write(session -> statements.insert.update(session, next.values()));
        } catch (ConstraintViolation e) {
            throw new FraiseqlException(
                    CoreErrorCode.CONFLICT,
                    "the observer `" + next.name() + "` was changed by somebody else at the same time; read it again",
                    e);
        }
    }

    private List<RuleVersion> rows(Prepared statement, Object... values) {
        return store.read(session -> {
            List<RuleVersion> rows = new ArrayList<>();
            try (RowCursor row = statement.query(session, values)) {
                while (row.next()) {
                    rows.add(RuleVersion.read(row));
                }
            }
            return rows;
        });
    }
}
