package io.fraiseql.distribution.event;

import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.Sequencer;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.state.StateStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An event log on a real database, its rows appended by hand, by transactions that the test opens and ends. */
final class TestingLog implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(10);
    private static final Path MIGRATIONS = Path.of("..", "..", "migrations");

    final Target target;
    final EventStore store;
    final EventReader reader;
    /** The time by which leases end; stands still unless it is moved. */
    final AtomicLong nanos = new AtomicLong();

    private final Database database;

    private TestingLog(Target target) {
        this.target = target;
        this.database = target.open();
        new SystemTables(database.systemDataSource(), MIGRATIONS).migrate();
        this.store = new EventStore(database, Target.dialect(target.database()));
        this.reader = new EventReader(store);
    }

    /** The databases that mutations write, for parameterized tests. */
    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.values())
                .filter(database -> Target.dialect(database).capabilities().contains(Capability.MUTATIONS));
    }

    static TestingLog open(TestDatabase database, Path folder) {
        return new TestingLog(Target.create(database, folder));
    }

    /** The same log through a database of which the test changes something. */
    EventStore store(UnaryOperator<Database> changed) {
        return new EventStore(changed.apply(database), Target.dialect(target.database()));
    }

    /** A transaction of this process that holds the row of every cursor. */
    WriteSession holding() {
        WriteSession session = database.openWrite(new WriteOptions(TimeUnit.SECONDS.toNanos(5)));
        session.update(
                new SqlStatement("UPDATE fraiseql_event_cursor SET beat = beat + 0", List.of(), RowShape.of(List.of())),
                new Object[0]);
        return session;
    }

    LeasedCursor cursor(String name, String owner) {
        return new LeasedCursor(store, name, owner, LEASE, nanos::get);
    }

    /** The same cursor, of which a state store says who owns it. */
    LeasedCursor cursor(StateStore leases, String name, String owner) {
        EventStore leased = new EventStore(database, Target.dialect(target.database()), leases);
        return new LeasedCursor(leased, name, owner, LEASE, nanos::get);
    }

    LeasedCursor claimed(String name, String owner) {
        LeasedCursor cursor = cursor(name, owner);
        if (!cursor.claim()) {
            throw new AssertionError(owner + " could not claim " + name);
        }
        return cursor;
    }

    Sequencer sequencer(LeasedCursor cursor) {
        return new Sequencer(store, cursor, 1000);
    }

    /** Lets the time of a lease pass in which nobody gives a sign of life. */
    void silence() {
        nanos.addAndGet(LEASE.toNanos());
    }

    /** The keys of the events behind a position, in their order. */
    List<String> keys(long position) {
        return reader.after(position, 1000).events().stream()
                .map(Event::entityId)
                .toList();
    }

    /** How many rows of a table PostgreSQL passed, with and without an index, in connections that are closed. */
    long rowsPassed(String table) {
        return Long.parseLong(target.rows("""
                        SELECT s.seq_tup_read + (SELECT SUM(i.idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = s.relid)
                        FROM pg_stat_user_tables s WHERE s.relname = '%s'""".formatted(table)).get(0).get(0));
    }

    /** Counts rows for plans, as PostgreSQL does from time to time. */
    void analyze(String table) {
        target.run(List.of("ANALYZE " + table));
    }

    /** A transaction of some program. */
    Transaction begin() {
        return new Transaction();
    }

    void append(String... keys) {
        try (Transaction transaction = begin()) {
            Stream.of(keys).forEach(transaction::append);
            transaction.commit();
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /** Appends events and commits them when the test says so. */
    final class Transaction implements AutoCloseable {

        private final Connection connection;

        private Transaction() {
            try {
                connection = TestDatabase.connect(target.url());
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Transaction append(String key) {
            return append(key, Instant.parse("2026-01-02T03:04:05.123456Z"));
        }

        Transaction append(String key, Instant created) {
            String time = created.toString();
            if (target.database().isMysqlFamily()) {
                time = time.replace('T', ' ').replace("Z", "");
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, created_at)"
                                + " VALUES ('" + UUID.randomUUID() + "', 'Thing', '" + key
                                + "', 'INSERT', '{\"id\": 1}', '"
                                + time + "')");
                return this;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
