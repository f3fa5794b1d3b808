package io.fraiseql.distribution.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The capture triggers for SQL Server, checked by hand against the reference of Transact-SQL. */
class SqlServerCaptureTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-triggers", "sqlserver.sql");
    private static final CaptureSql SQL =
            Objects.requireNonNull(Target.dialect(TestDatabase.SQLSERVER).capture());

    /** {@code -Dfraiseql.golden.write=true} writes the file anew. */
    @Test
    void theScriptForEveryType() throws IOException {
        String script = Statements.capture().text();
        if (Boolean.getBoolean("fraiseql.golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, script);
        }
        assertThat(script).isEqualTo(Files.readString(GOLDEN));
    }

    /** Error 111: CREATE TRIGGER must be first in its batch; a batch that ends at GO would not end the ones behind it. */
    @Test
    void theScriptIsOneBatch() {
        CaptureScript script = Statements.capture();
        assertThat(script.text())
                .contains("SET XACT_ABORT ON;\nBEGIN TRANSACTION;\n")
                .endsWith(";\n\nCOMMIT TRANSACTION;\n")
                .doesNotContain("\nGO");
        assertThat(script.statements()).noneMatch(statement -> statement.startsWith("CREATE TRIGGER"));
    }

    private static CapturedTable table(List<String> name, CapturedTable.Column... columns) {
        return new CapturedTable(name, "Thing", List.of(columns), List.of(columns[0]));
    }

    private static CapturedTable.Column column(String name, ColumnType type, String sql) {
        return new CapturedTable.Column(name, name, type, ScriptTables.declared(sql), false, Map.of());
    }

    private static String trigger(CapturedTable.Column column) {
        return SQL.create(table(List.of("thing"), column("id", ColumnType.INT, "int"), column), "v")
                .get(0);
    }

    /** What a column's type cannot hold is not looked for. */
    @Test
    void onlyWhatMayNotFitIsChecked() {
        assertThat(trigger(column("v", ColumnType.DATETIME, "datetimeoffset"))).doesNotContain("THROW");
        assertThat(trigger(column("v", ColumnType.DATETIME, "nvarchar(40)")))
                .contains("THROW 50002, N''Thing.v holds a value that the API cannot show'', 1;");
        assertThat(trigger(column("v", ColumnType.BIGINT, "bigint"))).doesNotContain("THROW");
        assertThat(trigger(column("v", ColumnType.BIGINT, "decimal(20, 0)"))).contains("THROW 50002");
        assertThat(trigger(column("v", ColumnType.UUID, "char(36)"))).contains("THROW 50002");
    }

    /** A name has 128 characters at most, and a trigger the schema of its table. */
    @Test
    void names() {
        String longest = "x".repeat(111);
        assertThat(SQL.drop(List.of("sales", longest)))
                .containsExactly("DROP TRIGGER IF EXISTS [sales].[fraiseql_capture_" + longest + "]");
        assertThat(SQL.drop(List.of(longest + "x")))
                .containsExactly("DROP TRIGGER IF EXISTS [fraiseql_capture_"
                        + Integer.toHexString((longest + "x").hashCode()) + "]");
        CapturedTable odd = table(List.of("odd ']name"), column("it's", ColumnType.INT, "int"));
        assertThat(SQL.create(odd, "v").get(1))
                .isEqualTo(
                        "EXEC sp_settriggerorder @triggername = N'[fraiseql_capture_odd '']]name]', @order = N'First',"
                                + " @stmttype = N'INSERT'");
        assertThat(SQL.create(odd, "v").get(0)).contains(" ON [odd '']]name] ", "[n].[it''s] = [o].[it''s]");
        CapturedTable foreign = table(List.of("other", "dbo", "thing"), column("id", ColumnType.INT, "int"));
        assertThatThrownBy(() -> SQL.create(foreign, "v")).hasMessageContaining("other.dbo.thing is named with one");
    }

    @Test
    void aListOfTimesIsRefused() {
        CapturedTable.Column days =
                new CapturedTable.Column("days", "days", ColumnType.DATE, SqlType.named("nvarchar"), true, Map.of());
        assertThatThrownBy(() -> trigger(days))
                .hasMessageContaining("triggers on SQL Server cannot write 'days', a list of DATE");
    }
}
