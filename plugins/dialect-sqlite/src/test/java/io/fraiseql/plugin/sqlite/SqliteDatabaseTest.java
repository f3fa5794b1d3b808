package io.fraiseql.plugin.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

    private static final RowShape ONE = RowShape.of(List.of(new RowShape.Column(ColumnType.BIGINT, null)));
    private static final String ENDLESS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNeitherReadNorMade() {
        Path file = folder.resolve("missing.db");
        try (Database database = TestDatabase.open(file)) {
            for (Runnable use : List.<Runnable>of(
                    () -> database.openRead(TestDatabase.READ), database::ping, () -> database.introspect(List.of()))) {
                assertThatThrownBy(use::run)
                        .hasMessageStartingWith("no database at " + file)
                        .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                                .isEqualTo(DatabaseErrorCode.MISCONFIGURED));
            }
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void theWriterMakesTheFile() throws SQLException {
        try (Database database = TestDatabase.open(folder.resolve("new.db"))) {
            try (Connection connection = database.systemDataSource().getConnection()) {
                assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
                assertThat(pragma(connection, "synchronous")).isEqualTo("2");
                assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
            }
            assertThat(database.ping()).startsWith("SQLite 3.");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            return row.getString(1);
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("text.db"), "this is no database at all, just text\n".repeat(100));
        try (Database database = TestDatabase.open(file)) {
            assertThatThrownBy(database::ping)
                    .hasMessageContaining("it is no SQLite database")
                    .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                            .isEqualTo(DatabaseErrorCode.MISCONFIGURED));
        }
    }

    @Test
    void anotherEncodingIsRefused() throws Exception {
        Path file = folder.resolve("utf16.db");
        try (Connection connection =
                        org.sqlite.JDBC.createConnection("jdbc:sqlite:" + file, new java.util.Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA encoding = 'UTF-16'");
            statement.execute("CREATE TABLE t (id INTEGER)");
        }
        try (Database database = TestDatabase.open(file)) {
            assertThatThrownBy(database::ping).hasMessageContaining("encoded in another way");
        }
    }

    @Test
    void aReadSessionCannotWrite() throws SQLException {
        try (TestDatabase test = new TestDatabase(folder, "CREATE TABLE t (id INTEGER)");
                ReadSession session = test.database.openRead(TestDatabase.READ)) {
            assertThatThrownBy(() -> drain(session, "INSERT INTO t VALUES (1) RETURNING id"))
                    .isInstanceOf(FraiseqlException.class);
            assertThat(drain(session, "SELECT count(*) FROM t")).isZero();
        }
    }

    @Test
    void cancelStopsAHeavyStatementWithinASecond() throws Exception {
        try (TestDatabase test = new TestDatabase(folder, "CREATE TABLE t (id INTEGER)");
                ReadSession session = test.database.openRead(TestDatabase.READ)) {
            CountDownLatch started = new CountDownLatch(1);
            CompletableFuture<Long> running = CompletableFuture.supplyAsync(() -> {
                started.countDown();
                return drain(session, ENDLESS);
            });
            started.await();
            assertThatThrownBy(() -> running.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            long before = System.nanoTime();
            session.cancel();
            assertThatThrownBy(() -> running.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DatabaseErrorCode.TIMEOUT));
            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(drain(session, "SELECT 7")).isEqualTo(7);
        }
    }

    @Test
    void aConsistentSessionKeepsItsSnapshot() throws SQLException {
        try (TestDatabase test = new TestDatabase(folder, "CREATE TABLE t (id INTEGER)");
                ReadSession consistent = test.database.openRead(new ReadOptions(1_000_000_000L, true, 0));
                ReadSession plain = test.database.openRead(TestDatabase.READ)) {
            assertThat(drain(consistent, "SELECT count(*) FROM t")).isZero();
            assertThat(drain(plain, "SELECT count(*) FROM t")).isZero();
            test.write("INSERT INTO t VALUES (1)");
            assertThat(drain(consistent, "SELECT count(*) FROM t")).isZero();
            assertThat(drain(plain, "SELECT count(*) FROM t")).isEqualTo(1);
        }
    }

    @Test
    void aConnectionForgetsTheSnapshotOfItsLastSession() throws SQLException {
        SqliteConfig one = new SqliteConfig(
                "jdbc:sqlite:" + folder.resolve("test.db"), Duration.ofSeconds(5), PoolConfig.ofSize(1));
        try (TestDatabase test = new TestDatabase(folder, "CREATE TABLE t (id INTEGER)");
                Database database = new SqliteDatabase(one)) {
            try (ReadSession session = database.openRead(new ReadOptions(1_000_000_000L, true, 0))) {
                assertThat(drain(session, "SELECT count(*) FROM t")).isZero();
            }
            test.write("INSERT INTO t VALUES (1)");
            try (ReadSession session = database.openRead(TestDatabase.READ)) {
                assertThat(drain(session, "SELECT count(*) FROM t")).isEqualTo(1);
            }
        }
    }

    @Test
    void readersReadWhileAWriterWrites() throws Exception {
        try (TestDatabase test = new TestDatabase(folder, "CREATE TABLE t (a INTEGER, b INTEGER)")) {
            AtomicBoolean done = new AtomicBoolean();
            List<CompletableFuture<Void>> readers = List.of(reader(test, done), reader(test, done), reader(test, done));
            try (Connection connection = test.database.systemDataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < 200; i++) {
                    statement.execute("INSERT INTO t VALUES (" + i + ", " + i + "), (" + -i + ", " + -i + ")");
                }
            } finally {
                done.set(true);
            }
            for (CompletableFuture<Void> reader : readers) {
                reader.get(10, TimeUnit.SECONDS);
            }
        }
    }

    /** Reads until the writer is done; every statement sees whole transactions. */
    private static CompletableFuture<Void> reader(TestDatabase test, AtomicBoolean done) {
        return CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                try (ReadSession session = test.database.openRead(TestDatabase.READ)) {
                    assertThat(drain(session, "SELECT coalesce(sum(a), 0) FROM t"))
                            .isZero();
                }
            }
        });
    }

    @Test
    void aFullPoolIsOverloaded() throws SQLException {
        SqliteConfig one = new SqliteConfig(
                "jdbc:sqlite:" + folder.resolve("test.db"), Duration.ofSeconds(5), PoolConfig.ofSize(1));
        try (TestDatabase test = new TestDatabase(folder, "CREATE TABLE t (id INTEGER)");
                Database database = new SqliteDatabase(one);
                ReadSession busy = database.openRead(TestDatabase.READ)) {
            assertThat(drain(busy, "SELECT 1")).isEqualTo(1);
            assertThat(database.pool().active()).isEqualTo(1);
            assertThatThrownBy(() -> database.openRead(new ReadOptions(1_000_000L, false, 0)))
                    .isInstanceOfSatisfying(
                            FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DatabaseErrorCode.OVERLOADED));
            assertThat(test.database.pool().active()).isZero();
        }
    }

    private static long drain(ReadSession session, String sql) {
        long last = 0;
        try (RowCursor cursor = session.query(new SqlStatement(sql, List.of(), ONE), new Object[0])) {
            while (cursor.next()) {
                last = cursor.getLong(0);
            }
        }
        return last;
    }
}
