package io.fraiseql.distribution.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate.Function;
import io.fraiseql.spi.sql.SqlAggregation.GroupKey;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket.Unit;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Table;
import io.fraiseql.spi.sql.WindowFrame;
import io.fraiseql.spi.sql.WindowFunction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Aggregates, groups and windows that no golden document has, checked by hand against the reference of Transact-SQL. */
class SqlServerAggregatesTest {

    private static final SqlExpr DATA = new SqlExpr.Column("t0", "data", ColumnType.JSON, null, true);

    private static String sql(SqlNode node) {
        return SqlRenderer.render(node, Target.dialect(TestDatabase.SQLSERVER)).sql();
    }

    private static SqlExpr.Column column(ColumnType type, @Nullable SqlType sql) {
        return new SqlExpr.Column("t0", "v", type, sql, true);
    }

    private static SqlType decimal(int precision, int scale) {
        return new SqlType("decimal", precision, scale, null, null, null, false, false, false, false);
    }

    private static String aggregate(Function function, ColumnType type, SqlType sql, int scale) {
        return sql(new Aggregate(function, column(type, sql), type, sql, scale, true));
    }

    /** SUM of int is int, of bigint bigint: error 8115 where they overflow. Money is computed with in its own way. */
    @Test
    void sums() {
        assertThat(aggregate(Function.SUM, ColumnType.INT, SqlType.named("int"), 6))
                .isEqualTo("SUM(CAST([t0].[v] AS bigint))");
        assertThat(aggregate(Function.SUM, ColumnType.BIGINT, SqlType.named("bigint"), 6))
                .isEqualTo("SUM(CAST([t0].[v] AS decimal(19, 0)))");
        assertThat(aggregate(Function.SUM, ColumnType.FLOAT, SqlType.named("float"), 6))
                .isEqualTo("SUM([t0].[v])");
        SqlType money = new SqlType("money", 19, 4, null, null, null, false, false, false, false);
        assertThat(aggregate(Function.SUM, ColumnType.DECIMAL, money, 10))
                .isEqualTo("SUM(CAST([t0].[v] AS decimal(19, 4)))");
        assertThat(aggregate(Function.SUM, ColumnType.DECIMAL, decimal(38, 10), 16))
                .isEqualTo("(CAST(SUM(CAST([t0].[v] - [t0].[v] % 1 AS decimal(38, 0))) AS decimal(38, 10))"
                        + " + SUM([t0].[v] % 1))");
    }

    /** With ten digits more than the answer has, what lies near to a half and is none does not become one. */
    @Test
    void shortAverages() {
        assertThat(aggregate(Function.AVG, ColumnType.INT, SqlType.named("int"), 6))
                .isEqualTo("CAST(ROUND(AVG(CAST([t0].[v] AS decimal(38, 16))), 6) AS decimal(38, 6))");
        assertThat(aggregate(Function.AVG, ColumnType.DECIMAL, decimal(10, 2), 8))
                .isEqualTo("CAST(ROUND(AVG(CAST([t0].[v] AS decimal(38, 18))), 8) AS decimal(38, 8))");
    }

    @Test
    void longAverages() {
        String sum = "SUM(CAST([t0].[v] AS decimal(19, 0)))";
        String count = "CAST(NULLIF(COUNT_BIG([t0].[v]), 0) AS decimal(12, 0))";
        String rest = "((" + sum + " % " + count + ") * 2000000 + CASE WHEN " + sum + " < 0 THEN -" + count + " ELSE "
                + count + " END)";
        assertThat(aggregate(Function.AVG, ColumnType.BIGINT, SqlType.named("bigint"), 6))
                .isEqualTo("CAST((" + sum + " - " + sum + " % " + count + ") / " + count
                        + " AS decimal(38, 6)) + CAST((" + rest + " - " + rest + " % (2 * " + count + ")) / (2 * "
                        + count + ") AS decimal(7, 0)) * 0.000001");
        assertThatThrownBy(() -> aggregate(Function.AVG, ColumnType.DECIMAL, decimal(30, 12), 18))
                .hasMessageContaining("avg of a column with 12 digits behind the point is not available");
    }

    /** VAR computes in floating point, and loses what two large sums have in common. */
    @Test
    void variances() {
        String cents = "CAST([t0].[v] * 100 AS decimal(10, 0))";
        String exact =
                "CAST(COUNT_BIG([t0].[v]) * SUM(" + cents + " * " + cents + ") - SUM(" + cents + ") * SUM(" + cents
                        + ") AS float) / NULLIF(CAST(COUNT_BIG([t0].[v]) AS float) * (COUNT_BIG([t0].[v]) - 1), 0) / 1e4";
        assertThat(aggregate(Function.VARIANCE, ColumnType.DECIMAL, decimal(8, 2), 8))
                .isEqualTo(exact);
        assertThat(aggregate(Function.STDDEV, ColumnType.DECIMAL, decimal(8, 2), 8))
                .isEqualTo("SQRT(" + exact + ")");
        assertThat(aggregate(Function.VARIANCE, ColumnType.BIGINT, SqlType.named("bigint"), 6))
                .isEqualTo("VAR(CAST([t0].[v] AS float))");
        assertThat(aggregate(Function.VARIANCE, ColumnType.FLOAT32, SqlType.named("real"), 6))
                .isEqualTo("VAR([t0].[v])");
    }

    /** UTF-8 orders as code points do; a text ends in NUL, because it would else be compared as if it ended in blanks. */
    @Test
    void leastText() {
        String least =
                "CAST(MIN(CAST([t0].[v] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) + CHAR(0)) AS nvarchar(max))";
        assertThat(aggregate(Function.MIN, ColumnType.TEXT, SqlType.named("nvarchar"), 6))
                .isEqualTo("LEFT(" + least + ", LEN(" + least + ") - 1)");
        assertThat(aggregate(Function.COUNT_DISTINCT, ColumnType.TEXT, SqlType.named("nvarchar"), 6))
                .isEqualTo(
                        "COUNT_BIG(DISTINCT CAST([t0].[v] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.')");
    }

    /** DATETRUNC came with 2022; datetime begins in 1753, so that no difference from a datetime serves. */
    @Test
    void timeBuckets() {
        SqlType sql = SqlType.named("datetime2");
        SqlExpr at = column(ColumnType.LOCAL_DATETIME, sql);
        String hour = "DATETIME2FROMPARTS(YEAR([t0].[v]), MONTH([t0].[v]), DAY([t0].[v]), DATEPART(hour, [t0].[v]), ";
        assertThat(sql(new TimeBucket(Unit.SECOND, at, ColumnType.LOCAL_DATETIME, sql)))
                .isEqualTo("CAST(" + hour
                        + "DATEPART(minute, [t0].[v]), DATEPART(second, [t0].[v]), 0, 0) AS datetime2(0))");
        assertThat(sql(new TimeBucket(Unit.MINUTE, at, ColumnType.LOCAL_DATETIME, sql)))
                .isEqualTo("CAST(" + hour + "DATEPART(minute, [t0].[v]), 0, 0, 0) AS datetime2(0))");
        assertThat(sql(new TimeBucket(Unit.HOUR, at, ColumnType.LOCAL_DATETIME, sql)))
                .isEqualTo("CAST(" + hour + "0, 0, 0, 0) AS datetime2(0))");
        assertThat(sql(new TimeBucket(Unit.DAY, at, ColumnType.LOCAL_DATETIME, sql)))
                .isEqualTo("CAST(CAST([t0].[v] AS date) AS datetime2(0))");
        SqlExpr day = column(ColumnType.DATE, SqlType.named("date"));
        assertThat(sql(new TimeBucket(Unit.WEEK, day, ColumnType.DATE, SqlType.named("date"))))
                .isEqualTo(
                        "DATEADD(day, DATEDIFF(day, DATEFROMPARTS(1, 1, 1), [t0].[v]) / 7 * 7, DATEFROMPARTS(1, 1, 1))");
        assertThat(sql(new TimeBucket(Unit.QUARTER, day, ColumnType.DATE, SqlType.named("date"))))
                .isEqualTo("DATEFROMPARTS(YEAR([t0].[v]), 3 * DATEPART(quarter, [t0].[v]) - 2, 1)");
        String utc = "SWITCHOFFSET(CAST([t0].[v] AS datetimeoffset(7)), '+00:00')";
        assertThat(sql(new TimeBucket(Unit.YEAR, column(ColumnType.DATETIME, sql), ColumnType.DATETIME, sql)))
                .isEqualTo("CAST(DATEFROMPARTS(YEAR(" + utc + "), 1, 1) AS datetimeoffset(0))");
    }

    /** An aggregate of a subquery is error 130, a group by one error 144. */
    @Test
    void valuesInsideDocumentsAreReadBefore() {
        SqlExpr nick = new SqlExpr.JsonValue(DATA, List.of("nick"), ColumnType.TEXT);
        SqlExpr visits = new SqlExpr.JsonValue(DATA, List.of("visits"), ColumnType.INT);
        SqlExpr key = new GroupKey(nick, ColumnType.TEXT, null);
        Select select = new Select(
                List.of(
                        new SelectItem(key, "k1"),
                        new SelectItem(new Aggregate(Function.SUM, visits, ColumnType.INT, null, 6, true), "a2")),
                new Table(List.of("profile"), "t0", Map.of()),
                List.of(),
                null,
                List.of(key),
                List.of(),
                null);
        String group = "CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2";
        assertThat(sql(select))
                .isEqualTo("SELECT " + group + " AS [k1], SUM(CAST([d].[v1] AS bigint)) AS [a2] FROM [profile] AS [t0]"
                        + " CROSS APPLY (SELECT (SELECT j.v FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$.\"nick\"') AS j)"
                        + " AS [v0], (SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint) FROM OPENJSON([t0].[data])"
                        + " WITH (v nvarchar(max) '$.\"visits\"') AS j) AS [v1]) AS [d] GROUP BY " + group
                        + ", DATALENGTH(" + group + ")");
    }

    /** A frame and a place need an order (errors 10756 and 4112), and texts of a partition all their characters. */
    @Test
    void windows() {
        SqlExpr key = new SqlExpr.Column("t1", "k1", ColumnType.TEXT, null, true);
        SqlAggregation.Over frame = new SqlAggregation.Over(List.of(key), List.of(), new WindowFrame(true, -2, 0));
        assertThat(window(WindowFunction.SUM, column(ColumnType.BIGINT, null), ColumnType.BIGINT, frame))
                .isEqualTo("SUM(CAST([t0].[v] AS decimal(19, 0))) OVER (PARTITION BY [t1].[k1], DATALENGTH([t1].[k1])"
                        + " ORDER BY (SELECT NULL) ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)");
        SqlAggregation.Over all = new SqlAggregation.Over(List.of(), List.of(), null);
        assertThat(window(WindowFunction.RANK, null, ColumnType.BIGINT, all))
                .isEqualTo("RANK() OVER (ORDER BY (SELECT NULL))");
        assertThat(window(WindowFunction.COUNT, null, ColumnType.BIGINT, all)).isEqualTo("COUNT_BIG(*) OVER ()");
    }

    private static String window(
            WindowFunction function, @Nullable SqlExpr value, ColumnType type, SqlAggregation.Over over) {
        return sql(new SqlAggregation.Window(function, value, type, null, 0, true, over));
    }
}
