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
            assertThat(tables.pending()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
            refused(tables, "are missing");
            assertThat(tables.migrate()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
            assertThat(tables.version()).isEqualTo(SystemTables.VERSION);
            assertThat(tables.migrate()).isEmpty();
            tables.require(false);
            for (String step : List.of("8", "7", "6", "5", "4", "3", "2")) {
                assertThat(tables.rollback()).isEqualTo(step);
            }
            refused(tables, "have version 1 and this server needs 8");
            assertThat(tables.migrate()).containsExactly("2", "3", "4", "5", "6", "7", "8");
            assertThat(tables.rollback()).isEqualTo("8");
            tables.require(true);
            assertThat(tables.version()).isEqualTo(SystemTables.VERSION);
        }
    }

    private static void refused(SystemTables tables, String why) {
        assertThatThrownBy(() -> tables.require(false))
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(CoreErrorCode.INVALID_CONFIGURATION))
                .hasMessageContaining(why);
    }
}
