package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of the server's own tables, forward and back, on each database. */
class SystemTablesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areMadeTakenBackAndMadeAgain(TestDatabase kind) {
        try (Database database = Target.create(kind, folder).open()) {
            SystemTables tables = new SystemTables(database.systemDataSource(), Path.of("..", "..", "migrations"));
            assertThat(tables.version()).isZero();
            assertThat(tables.pending()).containsExactly("1", "2", "3", "4", "5", "6", "7");
            refused(tables, "are missing");
            assertThat(tables.migrate()).containsExactly("1", "2", "3", "4", "5", "6", "7");
            assertThat(tables.version()).isEqualTo(SystemTables.VERSION);
            assertThat(tables.migrate()).isEmpty();
            tables.require(false);
            for (String step : List.of("7", "6", "5", "4", "3", "2")) {
                assertThat(tables.rollback()).isEqualTo(step);
            }
            refused(tables, "have version 1 and this server needs 7");
            assertThat(tables.migrate()).containsExactly("2", "3", "4", "5", "6", "7");
            assertThat(tables.rollback()).isEqualTo("7");
            tables.require(true);
            assertThat(tables.version()).isEqualTo(SystemTables.VERSION);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEarlierBuildWasDoingIsTakenUp(TestDatabase kind) throws SQLException {
        try (Database database = Target.create(kind, folder).open()) {
            SystemTables tables = new SystemTables(database.systemDataSource(), Path.of("..", "..", "migrations"));
            tables.migrate();
            assertThat(tables.rollback()).isEqualTo("7");
            for (String state : List.of("CLAIMED", "DEAD")) {
                execute(
                        database,
                        "INSERT INTO fraiseql_observer_delivery (position, rule, state, done, attempt, due_at, history, event)"
                                + " VALUES (1, '" + state + "', '" + state
                                + "', 0, 0, '2026-01-02 03:04:05', '[]', '{}')");
            }
            assertThat(tables.migrate()).containsExactly("7");
            try (Connection connection = database.systemDataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT rule, state FROM fraiseql_observer_delivery ORDER BY rule")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("state")).isEqualTo("WAITING");
                assertThat(row.next()).isTrue();
                assertThat(row.getString("state")).isEqualTo("DEAD");
            }
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.systemDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void refused(SystemTables tables, String why) {
        assertThatThrownBy(() -> tables.require(false))
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(CoreErrorCode.INVALID_CONFIGURATION))
                .hasMessageContaining(why);
    }
}
