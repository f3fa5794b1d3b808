package io.fraiseql.plugin.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equality keeps the index of a column that stores its type in several spellings: SQLite's own query plan says so. */
class IndexTest {

    private static final UUID ID = UUID.fromString("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");

    @TempDir
    Path folder;

    private @Nullable TestDatabase database;

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private Conditions table(String declared, ColumnType type, SqlType sql, String... values) throws SQLException {
        TestDatabase made =
                new TestDatabase(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY, v " + declared + " UNIQUE)");
        database = made;
        for (String value : values) {
            made.write("INSERT INTO t (v) VALUES (" + value + ")");
        }
        return new Conditions(made, type, sql);
    }

    private static String plan(Conditions t, SqlExpr condition, Object value) {
        TestWriter writer = new TestWriter()
                .text("EXPLAIN QUERY PLAN SELECT id FROM t WHERE ")
                .node(condition);
        RowShape shape = RowShape.of(List.of(
                new RowShape.Column(ColumnType.INT, null),
                new RowShape.Column(ColumnType.INT, null),
                new RowShape.Column(ColumnType.INT, null),
                new RowShape.Column(ColumnType.TEXT, null)));
        Object[] values = writer.binds.stream().map(bind -> value).toArray();
        return String.join(
                "; ", t.database().read(new SqlStatement(writer.toString(), writer.binds, shape), values, row -> {
                    StringBuilder detail = new StringBuilder();
                    row.getBytes(3, (source, offset, length) -> detail.append(new String(source, offset, length)));
                    return detail.toString();
                }));
    }

    @Test
    void uuidsInEitherCaseAreFoundByTheIndex() throws SQLException {
        Conditions t = table(
                "TEXT",
                ColumnType.UUID,
                Conditions.sql("TEXT", null, null, "text"),
                "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
                "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                "'00000000-0000-0000-0000-000000000000'");
        assertThat(t.eq(ID)).containsExactly(1L, 2L);
        assertThat(t.in(false, ID)).containsExactly(1L, 2L);
        assertThat(t.in(false, ID, new UUID(0, 0))).containsExactly(1L, 2L, 3L);
        assertThat(plan(t, t.compared(Operator.EQUAL), ID)).contains("SEARCH t USING COVERING INDEX");
        assertThat(plan(t, t.inList(false), List.of(ID))).contains("SEARCH t USING COVERING INDEX");
    }

    @Test
    void aUuidInBothCasesIsNoUuidUnlessItsColumnComparesBoth() throws SQLException {
        String mixed = "'A0EEBC99-9c0b-4ef8-bb6d-6bb9bd380a11'";
        SqlType sql = Conditions.sql("TEXT", null, null, "text");
        Conditions t = table("TEXT", ColumnType.UUID, sql, mixed);
        assertThatThrownBy(() -> read(t.database(), sql))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("a TEXT in both cases where a UUID in one case");
        t.database().write("DROP TABLE t");
        t.database().close();
        SqlType nocase = Conditions.sql("TEXT", null, "NOCASE", "text");
        Conditions any = table("TEXT COLLATE NOCASE", ColumnType.UUID, nocase, mixed);
        assertThat(any.eq(ID)).containsExactly(1L);
        assertThat(read(any.database(), nocase)).isEqualTo(ID);
        assertThat(plan(any, any.compared(Operator.EQUAL), ID)).contains("SEARCH t USING COVERING INDEX");
    }

    private static UUID read(TestDatabase database, SqlType sql) {
        return database.column(
                        "SELECT v FROM t",
                        new RowShape.Column(ColumnType.UUID, sql),
                        row -> new UUID(row.getUuidHigh(0), row.getUuidLow(0)))
                .get(0);
    }

    @Test
    void decimalsStoredAsNumbersAreFoundByTheIndex() throws SQLException {
        SqlType sql = new SqlType("DECIMAL", 15, 2, null, null, null, false, false, false, false);
        Conditions t = table(
                "DECIMAL(15,2)",
                ColumnType.DECIMAL,
                sql,
                "19.99",
                "0.1 + 0.2",
                "20",
                "-19.99",
                "'7.50'",
                "9999999999999.99",
                "0");
        assertThat(t.eq(new BigDecimal("19.990"))).containsExactly(1L);
        assertThat(t.eq(new BigDecimal("0.3"))).containsExactly(2L);
        assertThat(t.eq(new BigDecimal("20"))).containsExactly(3L);
        assertThat(t.eq(new BigDecimal("-19.99"))).containsExactly(4L);
        assertThat(t.eq(new BigDecimal("7.5"))).containsExactly(5L);
        assertThat(t.eq(new BigDecimal("9999999999999.99"))).containsExactly(6L);
        assertThat(t.eq(new BigDecimal("9999999999999.98"))).isEmpty();
        assertThat(t.eq(BigDecimal.ZERO)).containsExactly(7L);
        assertThat(t.eq(new BigDecimal("20.4"))).isEmpty();
        assertThat(plan(t, t.compared(Operator.EQUAL), BigDecimal.ONE)).contains("SEARCH t USING COVERING INDEX");
    }

    @Test
    void wholeDecimalsBeyondDoublesAreFound() throws SQLException {
        Conditions t = table(
                "NUMERIC",
                ColumnType.DECIMAL,
                SqlType.named("NUMERIC"),
                "9007199254740993",
                "9007199254740995",
                "9223372036854775807");
        assertThat(t.eq(new BigDecimal("9007199254740993"))).containsExactly(1L);
        assertThat(t.eq(new BigDecimal("9007199254740995"))).containsExactly(2L);
        assertThat(t.eq(new BigDecimal("9007199254740994"))).isEmpty();
        assertThat(t.eq(new BigDecimal("9223372036854775807"))).containsExactly(3L);
    }
}
