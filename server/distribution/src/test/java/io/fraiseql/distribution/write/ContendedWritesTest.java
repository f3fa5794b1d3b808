package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions that another one stands against: run again while there is time, and without a trace when there is none. */
class ContendedWritesTest {

    private static final String UPDATE = "mutation { updateLedger(id: 1, set: {total: 7}) { total } }";
    private static final String TWO_EVENTS =
            "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, created_at) SELECT UUID(), 'Other', n, 'CUSTOM',"
                    + " IF(n = 1 OR GET_LOCK(DATABASE(), 20), NOW(6), NULL) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS two";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final AtomicInteger transactions = new AtomicInteger();

    private final class Counting extends WrappedDatabase {

        Counting(Database real) {
            super(real);
        }

        @Override
        public WriteSession openWrite(WriteOptions options) {
            transactions.incrementAndGet();
            return super.openWrite(options);
        }
    }

    private TestingEngine open(Target target) {
        return TestingEngine.open(target, EngineSettings.open().writing().reading(Counting::new));
    }

    /** Another program's transaction, which has written the row. */
    private static Connection other(Target target) throws SQLException {
        Connection connection = TestDatabase.connect(target.url());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE ledger SET total = total + 1 WHERE id = 1");
        }
        return connection;
    }

    /** The row has changed since the snapshot: SQLSTATE 40001. */
    @Test
    void aSerialisationFailureIsRunAgain() throws Exception {
        Target target = Shop.target(TestDatabase.POSTGRESQL, folder);
        String name = target.rows("SELECT current_database()").get(0).get(0);
        target.run(List.of(
                "INSERT INTO ledger (total) VALUES (0)",
                "ALTER DATABASE \"" + name + "\" SET default_transaction_isolation = 'serializable'"));
        try (TestingEngine engine = open(target);
                Connection other = other(target)) {
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> engine.ask(UPDATE, Map.of()));
            assertThat(Waiting.until(PATIENCE, () -> waits(target)))
                    .as("the mutation waits for the row")
                    .isTrue();
            other.commit();
            assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).json())
                    .isEqualTo("{\"data\":{\"updateLedger\":{\"total\":7}}}");
        }
        assertThat(transactions).hasValue(2);
        assertThat(target.rows("SELECT event_type, \"before\" ->> 'total' FROM fraiseql_event"))
                .containsExactly(List.of("UPDATE", "1"));
    }

    private static boolean waits(Target target) {
        return !target.rows("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void whatNeverGetsThroughEndsWithItsTime(TestDatabase database) throws Exception {
        Target target = Shop.target(database, folder);
        target.run(List.of("INSERT INTO ledger (total) VALUES (0)"));
        try (TestingEngine engine = open(target)) {
            try (Connection other = other(target)) {
                long start = System.nanoTime();
                Answer answer = engine.ask(UPDATE, Map.of(), Duration.ofMillis(600));
                assertThat(answer.errorCode()).as(answer.json()).isIn("TIMEOUT", "CONFLICT", "OVERLOADED");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
                other.rollback();
            }
            assertThat(target.rows("SELECT total FROM ledger")).containsExactly(List.of("0"));
            assertThat(target.rows("SELECT id FROM fraiseql_event")).isEmpty();
            assertThat(engine.ask(UPDATE, Map.of()).json()).isEqualTo("{\"data\":{\"updateLedger\":{\"total\":7}}}");
            assertThat(target.rows("SELECT event_type FROM fraiseql_event")).containsExactly(List.of("UPDATE"));
        }
    }

    /** While a statement of others appends many events MariaDB gives nobody else a number, and tells of a wait that ends without one by an error of its own. */
    @Test
    void aWaitForTheNumberOfAnEventIsRunAgain() throws Exception {
        Target target = Shop.target(TestDatabase.MARIADB, folder);
        target.run(List.of("INSERT INTO ledger (total) VALUES (0)"));
        Target hasty = Target.at(target.url() + "&sessionVariables=innodb_lock_wait_timeout=1");
        try (TestingEngine engine = open(hasty);
                Connection gate = TestDatabase.connect(target.url());
                Connection other = TestDatabase.connect(target.url())) {
            sql(gate, "SELECT GET_LOCK(DATABASE(), 0)");
            CompletableFuture<Void> appending = CompletableFuture.runAsync(() -> sql(other, TWO_EVENTS));
            assertThat(Waiting.until(PATIENCE, () -> waitsForGate(target)))
                    .as("the first of two events is appended")
                    .isTrue();
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> engine.ask(UPDATE, Map.of()));
            assertThat(Waiting.until(PATIENCE, () -> transactions.get() > 1 || answer.isDone()))
                    .isTrue();
            sql(gate, "SELECT RELEASE_LOCK(DATABASE())");
            appending.join();
            assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).json())
                    .isEqualTo("{\"data\":{\"updateLedger\":{\"total\":7}}}");
        }
        assertThat(target.rows("SELECT event_type FROM fraiseql_event WHERE entity_type = 'Ledger'"))
                .containsExactly(List.of("UPDATE"));
    }

    private static void sql(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static boolean waitsForGate(Target target) {
        return !target.rows(
                        "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND state = 'User lock'")
                .isEmpty();
    }
}
