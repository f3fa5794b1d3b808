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
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of the server's own tables, forward and back, on each database. */
class SystemTablesTest {

    /** The step that takes up what earlier builds had marked. */
    private static final int TAKES_UP = 9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areMadeTakenBackAndMadeAgain(TestDatabase kind) {
        try (Database database = Target.create(kind, folder).open()) {
            SystemTables tables = new SystemTables(database.systemDataSource(), Path.of("..", "..", "migrations"));
            assertThat(tables.version()).isZero();
            assertThat(tables.pending()).isEqualTo(stepsFrom(1));
            refused(tables, "are missing");
            assertThat(tables.migrate()).isEqualTo(stepsFrom(1));
            assertThat(tables.version()).isEqualTo(SystemTables.VERSION);
            assertThat(tables.migrate()).isEmpty();
            tables.require(false);
            takeBack(tables, 2);
            refused(tables, "have version 1 and this server needs " + SystemTables.VERSION);
            assertThat(tables.migrate()).isEqualTo(stepsFrom(2));
            takeBack(tables, SystemTables.VERSION);
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
            takeBack(tables, TAKES_UP);
            for (String state : List.of("CLAIMED", "DEAD")) {
                execute(
                        database,
                        "INSERT INTO fraiseql_observer_delivery (position, rule, state, done, attempt, due_at, history, event)"
                                + " VALUES (1, '" + state + "', '" + state
                                + "', 0, 0, '2026-01-02 03:04:05', '[]', '{}')");
            }
            assertThat(tables.migrate()).isEqualTo(stepsFrom(TAKES_UP));
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

    private static List<String> stepsFrom(int first) {
        return IntStream.rangeClosed(first, SystemTables.VERSION)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Down to this step, and that too. */
    private static void takeBack(SystemTables tables, int last) {
        for (int step = SystemTables.VERSION; step >= last; step--) {
            assertThat(tables.rollback()).isEqualTo(Integer.toString(step));
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
