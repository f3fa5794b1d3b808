package io.fraiseql.plugin.mysql;

import static io.fraiseql.plugin.mysql.TestingDatabase.PLAIN;
import static io.fraiseql.plugin.mysql.TestingDatabase.rows;
import static io.fraiseql.plugin.mysql.TestingDatabase.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {

    private static final String TABLE = "create table t (a int not null primary key); insert into t values (1)";
    private static final int NO_SUCH_CONNECTION = 1094;
    private static final SqlStatement COUNT = statement("select count(*) from t", ColumnType.BIGINT);
    private static final SqlStatement SLOW = statement(
            "with recursive n (x) as (select 1 union all select x + 1 from n where x < 900)"
                    + " select count(*) from n a, n b, n c, n d where a.x + b.x + c.x + d.x < 0",
            ColumnType.BIGINT);
    private static final SqlStatement MANY = statement(
            "with recursive n (x) as (select 1 union all select x + 1 from n where x < 900)"
                    + " select a.x from n a cross join n b",
            ColumnType.INT);
    private static final ReadOptions IN_PARTS = new ReadOptions(TimeUnit.SECONDS.toNanos(5), false, 100);
    private static final ReadOptions CONSISTENT = new ReadOptions(TimeUnit.SECONDS.toNanos(5), true, 0);

    private static void fails(DatabaseErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    /** The connections on which {@link #SLOW} runs; others may be opening at the same time. */
    private static List<Long> running(String url) {
        try (var connection = TestDatabase.connect(url);
                var found = connection
                        .createStatement()
                        .executeQuery("select id from information_schema.processlist"
                                + " where info like 'with recursive n%'"
                                + " and db = database()")) {
            List<Long> ids = new java.util.ArrayList<>();
            while (found.next()) {
                ids.add(found.getLong(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitRunning(String url, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        List<Long> running = running(url);
        while (running.size() != count && System.nanoTime() < deadline) {
            running = running(url);
        }
        assertThat(running).hasSize(count);
    }

    /** Kills whatever runs {@link #SLOW} until it ends: a kill that meets it between its preparation and its execution is lost. */
    private static void kill(String url, CompletableFuture<Void> reading) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try (var connection = TestDatabase.connect(url);
                var statement = connection.createStatement()) {
            while (!reading.isDone() && System.nanoTime() < deadline) {
                for (Long id : running(url)) {
                    try {
                        statement.execute("kill " + id);
                    } catch (SQLException e) {
                        assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(NO_SUCH_CONNECTION);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(reading).isDone();
    }

    @ParameterizedTest
    @EnumSource
    void aCancelEndsTheStatementInTheServerWithinASecond(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 2);
                ReadSession session = testing.database.openRead(PLAIN)) {
            var reading = CompletableFuture.runAsync(() -> rows(session, SLOW));
            awaitRunning(testing.url, 1);
            long start = System.nanoTime();
            session.cancel();
            awaitRunning(testing.url, 0);
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
            fails(DatabaseErrorCode.TIMEOUT, () -> {
                try {
                    reading.join();
                } catch (CompletionException e) {
                    throw e.getCause();
                }
            });
            assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelNeverReachesTheNextStatement(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 2);
                ReadSession session = testing.database.openRead(PLAIN)) {
            for (int i = 0; i < 50; i++) {
                var cancelling = CompletableFuture.runAsync(session::cancel);
                try {
                    rows(session, COUNT);
                } catch (FraiseqlException e) {
                    assertThat(e.code()).isEqualTo(DatabaseErrorCode.TIMEOUT);
                }
                cancelling.join();
                assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readingInPartsGivesEveryRowAndCanBeCancelled(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 2)) {
            try (ReadSession session = testing.database.openRead(IN_PARTS)) {
                assertThat(rows(session, MANY)).hasSize(810_000);
                try (var cursor = session.query(MANY, new Object[0])) {
                    assertThat(cursor.next()).isTrue();
                    session.cancel();
                    fails(DatabaseErrorCode.TIMEOUT, cursor::next);
                }
            }
            assertThat(testing.rows(COUNT)).containsExactly(List.of(1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConsistentSessionSeesOneSnapshot(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 2)) {
            try (ReadSession session = testing.database.openRead(CONSISTENT)) {
                assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
                TestDatabase.run(testing.url, "insert into t values (2)");
                assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
            }
            assertThat(testing.rows(COUNT)).containsExactly(List.of(2L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingCanBeWritten(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 2)) {
            fails(
                    DatabaseErrorCode.INTERNAL,
                    () -> testing.rows(statement("insert into t values (3)", ColumnType.INT)));
            assertThat(testing.rows(COUNT)).containsExactly(List.of(1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionKilledWhileReadingIsReplaced(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 1)) {
            try (ReadSession session = testing.database.openRead(PLAIN)) {
                var reading = CompletableFuture.runAsync(() -> rows(session, SLOW));
                awaitRunning(testing.url, 1);
                kill(testing.url, reading);
                fails(DatabaseErrorCode.UNAVAILABLE, () -> {
                    try {
                        reading.join();
                    } catch (CompletionException e) {
                        throw e.getCause();
                    }
                });
            }
            assertThat(testing.rows(COUNT)).containsExactly(List.of(1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherServerThanTheSchemeNamesIsRefused(Server server) {
        String url = TestingDatabase.url(server)
                .replace(server.prefix(), server.other().prefix());
        assertThatThrownBy(() -> new MysqlDatabase(server.other(), new Settings(url, null, null, PoolConfig.ofSize(1))))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DatabaseErrorCode.MISCONFIGURED))
                .hasMessageContaining("write " + server.prefix());
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordAndAMissingDatabaseAreMisconfigured(Server server) {
        String url = TestingDatabase.url(server);
        for (String wrong : List.of(url + "&password=wrong", url.replaceFirst("/test_[^?]*", "/nowhere"))) {
            fails(
                    DatabaseErrorCode.MISCONFIGURED,
                    () -> new MysqlDatabase(server, new Settings(wrong, null, null, PoolConfig.ofSize(1))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void pingNamesTheServerAndItsVersion(Server server) {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 1)) {
            assertThat(testing.database.ping()).matches(server.product() + " \\d+.*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSystemDataSourceWrites(Server server) throws SQLException {
        try (TestingDatabase testing = new TestingDatabase(server, TABLE, 1)) {
            try (var connection = testing.database.systemDataSource().getConnection()) {
                connection.createStatement().execute("insert into t values (9)");
            }
            assertThat(testing.rows(COUNT)).containsExactly(List.of(2L));
        }
    }
}
