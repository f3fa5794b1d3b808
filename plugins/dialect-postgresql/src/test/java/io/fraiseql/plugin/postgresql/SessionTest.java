package io.fraiseql.plugin.postgresql;

import static io.fraiseql.plugin.postgresql.TestingDatabase.PLAIN;
import static io.fraiseql.plugin.postgresql.TestingDatabase.rows;
import static io.fraiseql.plugin.postgresql.TestingDatabase.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.testkit.TestPostgres;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final SqlStatement NUMBERS =
            statement("select n from generate_series(1, 200000) n", List.of(), ColumnType.INT);
    private static final SqlStatement COUNT = statement("select count(*) from t", List.of(), ColumnType.BIGINT);
    private static final ReadOptions IN_PARTS = new ReadOptions(TimeUnit.SECONDS.toNanos(5), false, 100);
    private static final ReadOptions CONSISTENT = new ReadOptions(TimeUnit.SECONDS.toNanos(5), true, 0);

    private TestingDatabase testing;

    @BeforeEach
    void open() {
        testing = new TestingDatabase("create table t (a int); insert into t values (1)", 2);
    }

    @AfterEach
    void close() {
        testing.close();
    }

    private static void fails(DatabaseErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private String activity(String column) throws Exception {
        try (var connection = DriverManager.getConnection(testing.url);
                var found = connection
                        .createStatement()
                        .executeQuery("select " + column + " from pg_stat_activity"
                                + " where application_name = 'fraiseql' and datname = current_database()")) {
            found.next();
            return found.getString(1);
        }
    }

    private void awaitActivity(String column, String expected) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!expected.equals(activity(column)) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(activity(column)).isEqualTo(expected);
    }

    @Test
    void aCancelEndsTheStatementInTheDatabaseWithinASecond() throws Exception {
        try (ReadSession session = testing.database.openRead(PLAIN)) {
            SqlStatement slow = statement("select pg_sleep(60)::text", List.of(), ColumnType.TEXT);
            var reading = CompletableFuture.runAsync(() -> rows(session, slow));
            awaitActivity("count(*) filter (where query like '%pg_sleep%' and state = 'active')", "1");
            long start = System.nanoTime();
            session.cancel();
            fails(DatabaseErrorCode.TIMEOUT, () -> {
                try {
                    reading.join();
                } catch (java.util.concurrent.CompletionException e) {
                    throw e.getCause();
                }
            });
            assertThat(activity("count(*) filter (where query like '%pg_sleep%' and state = 'active')"))
                    .isEqualTo("0");
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
        }
    }

    @Test
    void aCancelBetweenPartsReachesTheCursor() {
        try (ReadSession session = testing.database.openRead(IN_PARTS)) {
            try (var cursor = session.query(NUMBERS, new Object[0])) {
                assertThat(cursor.next()).isTrue();
                session.cancel();
                fails(DatabaseErrorCode.TIMEOUT, cursor::next);
            }
        }
        assertThat(testing.rows(COUNT)).containsExactly(List.of(1L));
    }

    @Test
    void aCancelNeverReachesTheNextStatement() {
        SqlStatement brief = statement("select count(*) from generate_series(1, 500)", List.of(), ColumnType.BIGINT);
        try (ReadSession session = testing.database.openRead(PLAIN)) {
            for (int i = 0; i < 100; i++) {
                var cancelling = CompletableFuture.runAsync(session::cancel);
                try {
                    rows(session, brief);
                } catch (FraiseqlException e) {
                    assertThat(e.code()).isEqualTo(DatabaseErrorCode.TIMEOUT);
                }
                cancelling.join();
                assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
            }
        }
    }

    @Test
    void aCancelWithoutAStatementDoesNothing() {
        try (ReadSession session = testing.database.openRead(PLAIN)) {
            session.cancel();
            assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
        }
    }

    @Test
    void readingInPartsGivesEveryRowAndLeavesNoTransaction() throws Exception {
        try (ReadSession session = testing.database.openRead(IN_PARTS)) {
            assertThat(rows(session, NUMBERS)).hasSize(200_000);
            awaitActivity("count(*) filter (where state like 'idle in transaction%')", "0");
            assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
        }
    }

    @Test
    void aConsistentSessionSeesOneSnapshot() {
        try (ReadSession session = testing.database.openRead(CONSISTENT)) {
            assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
            TestPostgres.sql(testing.url, "insert into t values (2)");
            assertThat(rows(session, COUNT)).containsExactly(List.of(1L));
        }
        assertThat(testing.rows(COUNT)).containsExactly(List.of(2L));
    }

    @Test
    void nothingCanBeWritten() {
        SqlStatement write = statement("insert into t values (3) returning a", List.of(), ColumnType.INT);
        fails(DatabaseErrorCode.INTERNAL, () -> testing.rows(write));
        assertThat(testing.rows(COUNT)).containsExactly(List.of(1L));
    }

    @Test
    void aPoolWithoutFreeConnectionIsOverloadedInTime() {
        try (ReadSession first = testing.database.openRead(PLAIN);
                ReadSession second = testing.database.openRead(PLAIN)) {
            assertThat(testing.database.pool().active()).isEqualTo(2);
            long start = System.nanoTime();
            fails(
                    DatabaseErrorCode.OVERLOADED,
                    () -> testing.database.openRead(new ReadOptions(TimeUnit.MILLISECONDS.toNanos(50), false, 0)));
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
            second.cancel();
            first.cancel();
        }
        assertThat(testing.database.pool().active()).isZero();
        assertThat(testing.rows(COUNT)).containsExactly(List.of(1L));
    }

    @Test
    void aConnectionKilledWhileReadingIsReplaced() {
        try (ReadSession session = testing.database.openRead(IN_PARTS)) {
            try (var cursor = session.query(NUMBERS, new Object[0])) {
                assertThat(cursor.next()).isTrue();
                TestPostgres.sql(
                        testing.url,
                        "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                                + " where application_name = 'fraiseql' and datname = current_database()");
                fails(DatabaseErrorCode.UNAVAILABLE, () -> {
                    while (cursor.next()) {
                        assertThat(cursor.isNull(0)).isFalse();
                    }
                });
            }
        }
        assertThat(failuresUntilSuccess()).isLessThanOrEqualTo(1);
    }

    /** The pool's other connection was killed too, and the pool does not test one that was used a moment ago. */
    private int failuresUntilSuccess() {
        for (int failures = 0; failures < 5; failures++) {
            try {
                assertThat(testing.rows(COUNT)).containsExactly(List.of(1L));
                return failures;
            } catch (FraiseqlException e) {
                assertThat(e.code()).isEqualTo(DatabaseErrorCode.UNAVAILABLE);
            }
        }
        return 5;
    }

    @Test
    void aSecondCursorIsRefused() {
        try (ReadSession session = testing.database.openRead(PLAIN)) {
            try (var cursor = session.query(COUNT, new Object[0])) {
                assertThatThrownBy(() -> session.query(COUNT, new Object[0])).isInstanceOf(IllegalStateException.class);
                assertThat(cursor.next()).isTrue();
            }
        }
    }

    @Test
    void aChangedTableIsReadAnew() {
        SqlStatement all = statement("select a from t", List.of(), ColumnType.BIGINT);
        try (ReadSession session = testing.database.openRead(PLAIN)) {
            rows(session, all);
            rows(session, all);
            TestPostgres.sql(testing.url, "alter table t alter a type bigint");
            assertThat(rows(session, all)).containsExactly(List.of(1L));
        }
    }

    @Test
    void pingNamesTheVersion() {
        assertThat(testing.database.ping()).matches("PostgreSQL \\d+.*");
    }

    @Test
    void theSystemDataSourceWrites() throws Exception {
        try (var connection = testing.database.systemDataSource().getConnection()) {
            connection.createStatement().execute("insert into t values (9)");
        }
        assertThat(testing.rows(COUNT)).containsExactly(List.of(2L));
    }
}
