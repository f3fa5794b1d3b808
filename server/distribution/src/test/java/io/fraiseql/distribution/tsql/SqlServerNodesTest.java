package io.fraiseql.distribution.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Query;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no golden document has, checked by hand against the reference of Transact-SQL. */
class SqlServerNodesTest {

    private static final Table SHELF = new Table(List.of("dbo", "shelf"), "t0", Map.of());
    private static final SqlExpr ID = new SqlExpr.Column("t0", "id", ColumnType.INT, SqlType.named("int"), false);

    private static String sql(SqlNode node) {
        return SqlRenderer.render(node, Target.dialect(TestDatabase.SQLSERVER)).sql();
    }

    private static SqlExpr.Column column(ColumnType type, SqlType sql) {
        return new SqlExpr.Column("t0", "v", type, sql, true);
    }

    private static SqlExpr.Bind bind(ColumnType type) {
        return new SqlExpr.Bind(0, type, false, null);
    }

    private static String compare(Operator operator, ColumnType type, SqlType sql, boolean codepoint) {
        return sql(new Comparison(operator, column(type, sql), bind(type), type, sql, codepoint));
    }

    private static SqlType text(String type, Integer length, String collation) {
        return new SqlType(type, null, null, length, collation, null, false, false, false, false);
    }

    private static Select select(SqlExpr limit, SqlExpr offset) {
        OrderTerm order = new OrderTerm(ID, false, false, false, false);
        return new Select(
                List.of(new SelectItem(ID, "id")), SHELF, List.of(), null, List.of(order), new Page(limit, offset));
    }

    private static SqlExpr number(long value) {
        return new SqlExpr.Literal(value, ColumnType.BIGINT);
    }

    /** FETCH NEXT 0 ROWS is error 10744, and a constant of more than 32 bits is a decimal, which OFFSET refuses. */
    @Test
    void pages() {
        String rows = "[t0].[id] AS [id] FROM [dbo].[shelf] AS [t0] ORDER BY [t0].[id]";
        assertThat(sql(select(number(0), number(5)))).isEqualTo("SELECT TOP (0) " + rows);
        assertThat(sql(select(number(3), null))).isEqualTo("SELECT TOP (3) " + rows);
        assertThat(sql(select(null, number(5)))).isEqualTo("SELECT " + rows + " OFFSET 5 ROWS");
        assertThat(sql(select(number(3), number(5))))
                .isEqualTo("SELECT " + rows + " OFFSET 5 ROWS FETCH NEXT 3 ROWS ONLY");
        assertThat(sql(select(number(1L << 40), null))).startsWith("SELECT TOP (CAST(1099511627776 AS bigint)) ");
    }

    /** Error 1033: an order in a part of a statement needs a page; and only the last of a union can have one. */
    @Test
    void ordersOfPartsGo() {
        Select ordered = select(number(3), null);
        Select plain = new Select(ordered.items(), SHELF, List.of(), null, ordered.order(), null);
        assertThat(sql(new Query(List.of(), List.of(plain, ordered))))
                .isEqualTo("SELECT [t0].[id] AS [id] FROM [dbo].[shelf] AS [t0] UNION ALL SELECT * FROM (SELECT TOP (3)"
                        + " [t0].[id] AS [id] FROM [dbo].[shelf] AS [t0] ORDER BY [t0].[id]) AS [r]");
    }

    /** A varchar column keeps its index and its own rules of order only beside a varchar. */
    @Test
    void varcharIsComparedAsVarchar() {
        SqlType latin = text("varchar", 20, "French_CI_AI");
        String bound = "CAST(? COLLATE French_CI_AI AS varchar(8000))";
        assertThat(compare(Operator.GREATER, ColumnType.TEXT, latin, false)).isEqualTo("[t0].[v] > " + bound);
        assertThat(compare(Operator.EQUAL, ColumnType.TEXT, latin, false))
                .isEqualTo("([t0].[v] = " + bound
                        + " AND CAST([t0].[v] AS nvarchar(20)) COLLATE Latin1_General_100_BIN2 + N'.'"
                        + " = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.')");
        assertThat(compare(Operator.GREATER, ColumnType.TEXT, text("varchar", null, "x' OR 1=1"), false))
                .isEqualTo("[t0].[v] > CAST(? COLLATE DATABASE_DEFAULT AS varchar(max))");
    }

    @Test
    void codePointsOrderAsTheirBytesInUtf8Do() {
        String bytes = " COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS varbinary(max))";
        assertThat(compare(Operator.LESS, ColumnType.TEXT, text("nvarchar", 9, null), true))
                .isEqualTo("CAST(CAST([t0].[v]" + bytes + " < CAST(CAST(?" + bytes);
        assertThat(sql(new OrderTerm(column(ColumnType.TEXT, text("nvarchar", 9, null)), true, true, true, true)))
                .isEqualTo("CASE WHEN [t0].[v] IS NULL THEN 0 ELSE 1 END, CAST(CAST([t0].[v]" + bytes + " DESC");
    }

    /** uniqueidentifier sorts by its last six bytes first. */
    @Test
    void uuids() {
        SqlType stored = SqlType.named("uniqueidentifier");
        assertThat(compare(Operator.EQUAL, ColumnType.UUID, stored, false))
                .isEqualTo("[t0].[v] = CAST(? AS uniqueidentifier)");
        assertThat(compare(Operator.LESS, ColumnType.UUID, stored, false))
                .isEqualTo("CAST([t0].[v] AS char(36)) COLLATE Latin1_General_BIN2"
                        + " < CAST(CAST(? AS uniqueidentifier) AS char(36)) COLLATE Latin1_General_BIN2");
        assertThat(compare(Operator.EQUAL, ColumnType.UUID, SqlType.named("binary"), false))
                .isEqualTo("[t0].[v] = CONVERT(binary(16), REPLACE(?, '-', ''), 2)");
        assertThat(compare(Operator.EQUAL, ColumnType.UUID, SqlType.named("char"), false))
                .isEqualTo("UPPER(CAST([t0].[v] AS char(36))) COLLATE Latin1_General_BIN2"
                        + " = UPPER(CAST(? AS char(36))) COLLATE Latin1_General_BIN2");
    }

    /** datetime has 1/300 s and is read by milliseconds; a datetime2 that is declared an instant is in UTC. */
    @Test
    void times() {
        assertThat(compare(Operator.EQUAL, ColumnType.LOCAL_DATETIME, SqlType.named("datetime"), false))
                .isEqualTo("CAST([t0].[v] AS datetime2(3)) = ?");
        assertThat(compare(Operator.EQUAL, ColumnType.LOCAL_DATETIME, SqlType.named("datetime2"), false))
                .isEqualTo("[t0].[v] = ?");
        SqlType local = SqlType.named("datetime2");
        assertThat(sql(new SqlExpr.Read(column(ColumnType.DATETIME, local), ColumnType.DATETIME, local)))
                .isEqualTo("CAST([t0].[v] AS datetimeoffset(7))");
    }

    /** A condition is no value, and a null takes the type of what stands beside it in a union only when it has one. */
    @Test
    void valuesOfASelect() {
        SqlExpr equal = new Comparison(Operator.EQUAL, ID, number(1), ColumnType.INT, null, false);
        assertThat(sql(new SelectItem(equal, "c")))
                .isEqualTo("CAST(CASE WHEN [t0].[id] = 1 THEN 1 WHEN NOT ([t0].[id] = 1) THEN 0 END AS bit) AS [c]");
        assertThat(sql(new SqlExpr.Read(new SqlExpr.NullTest(ID, true), ColumnType.BOOLEAN, null)))
                .isEqualTo("CAST(CASE WHEN [t0].[id] IS NOT NULL THEN 1 ELSE 0 END AS bit)");
        assertThat(sql(new SqlExpr.Literal(true, ColumnType.BOOLEAN))).isEqualTo("CAST(1 AS bit)");
        assertThat(sql(new SqlExpr.Literal("O'Hara", ColumnType.TEXT))).isEqualTo("N'O''Hara'");
        for (ColumnType type : ColumnType.values()) {
            assertThat(sql(new SqlExpr.Literal(null, type))).startsWith("CAST(NULL AS ");
        }
        SqlType money = SqlType.named("money");
        assertThat(sql(new SqlExpr.Read(column(ColumnType.DECIMAL, money), ColumnType.DECIMAL, money)))
                .isEqualTo("CAST([t0].[v] AS decimal(19, 4))");
    }

    /** Quotes end neither a name nor a path. */
    @Test
    void namesAreQuoted() {
        assertThat(sql(new Table(List.of("a]b"), "t", Map.of()))).isEqualTo("[a]]b] AS [t]");
        SqlExpr document = new SqlExpr.Column("t0", "d", ColumnType.JSON, null, false);
        assertThat(sql(new SqlExpr.JsonValue(document, List.of("a'\"b"), ColumnType.TEXT)))
                .isEqualTo("(SELECT j.v FROM OPENJSON([t0].[d]) WITH (v nvarchar(max) '$.\"a''\\\"b\"') AS j)");
        assertThat(sql(new SqlExpr.JsonValue(document, List.of("a", "b'c"), ColumnType.JSON)))
                .contains("FROM OPENJSON([t0].[d], '$.\"a\"') AS j WHERE j.[key] = N'b''c')");
    }
}
