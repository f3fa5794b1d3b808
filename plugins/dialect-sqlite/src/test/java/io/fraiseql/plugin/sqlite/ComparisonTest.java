package io.fraiseql.plugin.sqlite;

import static io.fraiseql.plugin.sqlite.Conditions.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons follow the declared type, whatever the column stores; row 9 is always null. */
class ComparisonTest {

    @TempDir
    Path folder;

    private @Nullable TestDatabase database;

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private Conditions table(String declared, ColumnType type, @Nullable SqlType sql, String... values)
            throws SQLException {
        database = new TestDatabase(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY, v " + declared + ")");
        for (int i = 0; i < values.length; i++) {
            database.write("INSERT INTO t VALUES (" + (i + 1) + ", " + values[i] + ")");
        }
        database.write("INSERT INTO t VALUES (9, NULL)");
        return new Conditions(database, type, sql);
    }

    @Test
    void integersCompareByValue() throws SQLException {
        Conditions t = table("BIGINT", ColumnType.BIGINT, SqlType.named("BIGINT"), "9", "10", "-9223372036854775808");
        assertThat(t.eq(10L)).containsExactly(2L);
        assertThat(t.neq(10L)).containsExactly(1L, 3L);
        assertThat(t.compare(Operator.GREATER, 9L)).containsExactly(2L);
        assertThat(t.in(false, Long.MIN_VALUE, 9L)).containsExactly(1L, 3L);
        assertThat(t.in(true, 9L)).containsExactly(2L, 3L);
    }

    @Test
    void nullIsNeitherInNorNotIn() throws SQLException {
        Conditions t = table("INTEGER", ColumnType.INT, SqlType.named("INTEGER"), "1", "2");
        assertThat(t.in(false)).isEmpty();
        assertThat(t.in(true)).containsExactly(1L, 2L);
        assertThat(t.ids(new SqlExpr.Not(t.inList(false)), List.of())).containsExactly(1L, 2L);
        assertThat(t.ids(new SqlExpr.Not(t.inList(false)), List.of(1L))).containsExactly(2L);
        assertThat(t.ids(new SqlExpr.Not(t.inList(true)), List.of())).isEmpty();
        assertThat(t.ids(new SqlExpr.Not(t.compared(Operator.EQUAL)), 1L)).containsExactly(2L);
    }

    @Test
    void booleansAreZeroAndOne() throws SQLException {
        Conditions t = table("BOOLEAN", ColumnType.BOOLEAN, SqlType.named("BOOLEAN"), "1", "0");
        assertThat(t.eq(true)).containsExactly(1L);
        assertThat(t.neq(true)).containsExactly(2L);
        assertThat(t.in(false, false)).containsExactly(2L);
    }

    @Test
    void textComparesByCodePointWhateverTheCollation() throws SQLException {
        Conditions t = table(
                "TEXT COLLATE NOCASE", ColumnType.TEXT, sql("TEXT", null, "NOCASE", null), "'abc'", "'ABC'", "'é'");
        assertThat(t.eq("abc")).containsExactly(1L);
        assertThat(t.neq("abc")).containsExactly(2L, 3L);
        assertThat(t.compare(Operator.LESS, "a")).containsExactly(2L);
        assertThat(t.in(false, "ABC", "e")).containsExactly(2L);
        assertThat(t.in(true, "ABC")).containsExactly(1L, 3L);
    }

    @Test
    void textOverAnIntegerColumnIsItsDigits() throws SQLException {
        Conditions t = table("INTEGER", ColumnType.TEXT, SqlType.named("INTEGER"), "7", "70");
        assertThat(t.eq("7")).containsExactly(1L);
        assertThat(t.eq("007")).isEmpty();
        assertThat(t.in(false, "70", "007")).containsExactly(2L);
    }

    @Test
    void decimalsCompareExactly() throws SQLException {
        Conditions t = table(
                "TEXT",
                ColumnType.DECIMAL,
                sql("TEXT", null, null, "text"),
                "'19.99'",
                "'20.4'",
                "'100000000000000000000.01'",
                "'9'",
                "'19.990'");
        assertThat(t.eq(new BigDecimal("19.99"))).containsExactly(1L, 5L);
        assertThat(t.neq(new BigDecimal("19.99"))).containsExactly(2L, 3L, 4L);
        assertThat(t.compare(Operator.GREATER, new BigDecimal("100000000000000000000")))
                .containsExactly(3L);
        assertThat(t.compare(Operator.LESS, new BigDecimal("19.99"))).containsExactly(4L);
        assertThat(t.in(false, new BigDecimal("9.000"), new BigDecimal("2.04E1")))
                .containsExactly(2L, 4L);
        assertThat(t.ordered(false, false)).containsExactly(4L, 1L, 5L, 2L, 3L, 9L);
    }

    @Test
    void decimalsStoredAsNumbersAreRoundedToTheirScale() throws SQLException {
        Conditions t = table(
                "DECIMAL(10,2)", ColumnType.DECIMAL, sql("DECIMAL(10,2)", 2, null, null), "0.1 + 0.2", "20", "'19.99'");
        assertThat(t.eq(new BigDecimal("0.3"))).containsExactly(1L);
        assertThat(t.eq(new BigDecimal("20.00"))).containsExactly(2L);
        assertThat(t.compare(Operator.GREATER_OR_EQUAL, new BigDecimal("19.99")))
                .containsExactly(2L, 3L);
        assertThat(t.compare(Operator.LESS_OR_EQUAL, new BigDecimal("0.30"))).containsExactly(1L);
    }

    @Test
    void isoDateTimesCompareByInstantInEveryWrittenForm() throws SQLException {
        Conditions t = table(
                "TIMESTAMPTZ",
                ColumnType.DATETIME,
                sql("TIMESTAMPTZ", null, null, "iso"),
                "'2024-01-31 12:00:00'",
                "'2024-01-31T12:00:00Z'",
                "'2024-01-31T14:00:00+02:00'",
                "'2024-02-01T01:30:00.000001+13:30'",
                "'2024-01-31'",
                "'9999-12-31T23:59:59.999999Z'");
        OffsetDateTime noon = OffsetDateTime.parse("2024-01-31T12:00:00Z");
        assertThat(t.eq(noon)).containsExactly(1L, 2L, 3L);
        assertThat(t.neq(noon)).containsExactly(4L, 5L, 6L);
        assertThat(t.compare(Operator.GREATER, noon)).containsExactly(4L, 6L);
        assertThat(t.compare(Operator.LESS_OR_EQUAL, OffsetDateTime.parse("2024-01-31T01:00:00+01:00")))
                .containsExactly(5L);
        assertThat(t.in(false, noon, OffsetDateTime.parse("9999-12-31T23:59:59.999999Z")))
                .containsExactly(1L, 2L, 3L, 6L);
        assertThat(t.compare(Operator.LESS, OffsetDateTime.parse("9999-12-31T23:59:59.999999Z")))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(t.ordered(true, false)).containsExactly(6L, 4L, 1L, 2L, 3L, 5L, 9L);
    }

    @Test
    void datesBefore1970CompareInIsoForm() throws SQLException {
        Conditions t = table(
                "DATETIME",
                ColumnType.LOCAL_DATETIME,
                sql("DATETIME", null, null, "iso"),
                "'1969-12-31T23:59:59.5'",
                "'0001-01-01'",
                "'1970-01-01 00:00'");
        assertThat(t.eq(LocalDateTime.parse("1969-12-31T23:59:59.5"))).containsExactly(1L);
        assertThat(t.compare(Operator.LESS, LocalDateTime.parse("1970-01-01T00:00")))
                .containsExactly(1L, 2L);
        assertThat(t.eq(LocalDateTime.parse("0001-01-01T00:00"))).containsExactly(2L);
    }

    @Test
    void dateTimesCompareInEveryStorage() throws SQLException {
        LocalDateTime time = LocalDateTime.parse("2024-01-31T12:00:00.25");
        String seconds = "1706702400.25";
        storage("epoch_s", time, "CAST(" + seconds + " AS REAL)", "1706702401");
        storage("epoch_ms", time, "1706702400250", "1706702400251");
        storage("julian", time, "julianday('2024-01-31 12:00:00.250')", "julianday('2024-01-31 12:00:00.251')");
    }

    private void storage(String storage, LocalDateTime time, String same, String later) throws SQLException {
        Conditions t = table("", ColumnType.LOCAL_DATETIME, sql("", null, null, storage), same, later);
        assertThat(t.eq(time)).as(storage).containsExactly(1L);
        assertThat(t.compare(Operator.GREATER, time)).as(storage).containsExactly(2L);
        assertThat(t.compare(Operator.LESS_OR_EQUAL, time)).as(storage).containsExactly(1L);
        assertThat(t.in(true, time)).as(storage).containsExactly(2L);
        database.write("DROP TABLE t");
        database.close();
    }

    @Test
    void datesAndTimesCompare() throws SQLException {
        Conditions t = table("DATE", ColumnType.DATE, sql("DATE", null, null, "iso"), "'2024-01-31'", "'2023-12-01'");
        assertThat(t.compare(Operator.LESS, LocalDate.of(2024, 1, 31))).containsExactly(2L);
        database.write("DROP TABLE t");
        database.close();
        t = table("TIME", ColumnType.TIME, sql("TIME", null, null, "iso"), "'12:00'", "'12:00:00.000001'");
        assertThat(t.eq(LocalTime.NOON)).containsExactly(1L);
        assertThat(t.compare(Operator.GREATER, LocalTime.NOON)).containsExactly(2L);
        database.write("DROP TABLE t");
        database.close();
        t = table("INTEGER", ColumnType.DATE, sql("INTEGER", null, null, "epoch_s"), "1706659200", "0");
        assertThat(t.eq(LocalDate.of(2024, 1, 31))).containsExactly(1L);
        assertThat(t.in(false, LocalDate.EPOCH)).containsExactly(2L);
    }

    @Test
    void durationsCompareByLength() throws SQLException {
        Conditions t = table("INTERVAL", ColumnType.DURATION, SqlType.named("INTERVAL"), "'PT90M'", "'P1D'", "'P1M'");
        assertThat(t.eq("PT1H30M")).containsExactly(1L);
        assertThat(t.compare(Operator.GREATER, "PT24H")).containsExactly(3L);
        assertThat(t.in(false, "P30D", "PT24H")).containsExactly(2L, 3L);
    }

    @Test
    void uuidsCompareByValue() throws SQLException {
        UUID id = UUID.fromString("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
        Conditions t = table(
                "UUID",
                ColumnType.UUID,
                sql("UUID", null, null, "text"),
                "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
                "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                "'00000000-0000-0000-0000-000000000000'");
        assertThat(t.eq(id)).containsExactly(1L, 2L);
        assertThat(t.in(true, id)).containsExactly(3L);
        database.write("DROP TABLE t");
        database.close();
        t = table(
                "BLOB",
                ColumnType.UUID,
                sql("BLOB", null, null, "binary"),
                "x'A0EEBC999C0B4EF8BB6D6BB9BD380A11'",
                "x'00000000000000000000000000000000'");
        assertThat(t.eq(id)).containsExactly(1L);
        assertThat(t.in(false, new UUID(0, 0))).containsExactly(2L);
    }

    @Test
    void bytesCompareByValue() throws SQLException {
        Conditions t = table("BLOB", ColumnType.BYTES, SqlType.named("BLOB"), "x'00ff'", "x''", "x'00'");
        assertThat(t.eq(new byte[] {0, -1})).containsExactly(1L);
        assertThat(t.in(false, new byte[0], new byte[] {0})).containsExactly(2L, 3L);
        assertThat(t.in(true, new byte[0])).containsExactly(1L, 3L);
        assertThat(t.in(true)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void nullsGoWhereTheOrderSays() throws SQLException {
        Conditions t = table("INTEGER", ColumnType.INT, SqlType.named("INTEGER"), "2", "1");
        assertThat(t.ordered(false, false)).containsExactly(2L, 1L, 9L);
        assertThat(t.ordered(false, true)).containsExactly(9L, 2L, 1L);
        assertThat(t.ordered(true, false)).containsExactly(1L, 2L, 9L);
        assertThat(t.ordered(true, true)).containsExactly(9L, 1L, 2L);
    }

    @Test
    void aStoredValueThatDoesNotFitFailsTheComparison() throws SQLException {
        Conditions t = table("DATETIME", ColumnType.LOCAL_DATETIME, sql("DATETIME", null, null, "iso"), "'2024-13-01'");
        assertThatThrownBy(() -> t.neq(LocalDateTime.now()))
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(DatabaseErrorCode.VALUE_NOT_READABLE))
                .hasMessageStartingWith("found another TEXT where an ISO 8601 TEXT");
    }

    @Test
    void anUnknownStorageIsRefused() throws SQLException {
        Conditions t = table("TEXT", ColumnType.DATETIME, sql("TEXT", null, null, "weeks"));
        assertThatThrownBy(() -> t.eq(OffsetDateTime.now()))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("'weeks'")
                .hasMessageContaining("epoch_ms");
    }
}
