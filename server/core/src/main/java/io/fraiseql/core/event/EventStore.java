package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.Sessions;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.state.StateStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The database with the event log, and the statements on it. Thread-safe. */
public final class EventStore {

    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    final CursorStatements cursors;
    final LogStatements log;
    final SelectionStatements selections;
    private final Sessions sessions;
    private final Dialect dialect;
    private final @Nullable StateStore leases;

    /** One whose rows alone say who owns its cursors. */
    public EventStore(Database database, Dialect dialect) {
        this(database, dialect, null);
    }

    /**
     * The store of a database.
     *
     * @param dialect of a database with {@link io.fraiseql.spi.sql.Capability#MUTATIONS}
     * @param leases says who may own cursors; null when their rows do
     */
    public EventStore(Database database, Dialect dialect, @Nullable StateStore leases) {
        this.leases = leases;
        this.sessions = database.systemSessions();
        this.dialect = dialect;
        this.cursors = new CursorStatements(dialect);
        this.log = new LogStatements(dialect);
        this.selections = new SelectionStatements(dialect);
    }

    /** How its statements are written. */
    public Dialect dialect() {
        return dialect;
    }

    /** What says whether a process may own a cursor; null when its row does. */
    @Nullable
    StateLease lease(String cursor, String owner, Duration time) {
        return leases == null ? null : new StateLease(leases, cursor, owner, time);
    }

    /** The row of a cursor; null when there is none of that name yet. */
    @Nullable
    CursorState cursor(String name) {
        return read(session -> {
            try (RowCursor row = cursors.one.query(session, name)) {
                return row.next() ? CursorState.read(row) : null;
            }
        });
    }

    /** Reads outside of a transaction. */
    public <T> T read(Function<ReadSession, T> body) {
        try (ReadSession session = sessions.openRead(new ReadOptions(WAIT_NANOS, false, 0))) {
            return body.apply(session);
        }
    }

    /** Runs a transaction and commits it; nothing of it is kept when the body throws. */
    public void write(Consumer<WriteSession> body) {
        writeIf(session -> {
            body.accept(session);
            return true;
        });
    }

    /** Runs a transaction and commits it when the body says so; returns what it said. */
    public boolean writeIf(Predicate<WriteSession> body) {
        try (WriteSession session = sessions.openWrite(new WriteOptions(WAIT_NANOS))) {
            boolean keep = body.test(session);
            if (keep) {
                session.commit();
            }
            return keep;
        }
    }
}
