package io.fraiseql.distribution.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlRelation.FunctionCall;
import io.fraiseql.spi.sql.SqlRelation.Query;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Table;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes that no golden document has, checked by hand against the reference of Transact-SQL and read by a parser of it. */
class SqlServerWritesTest {

    private static final List<String> TABLE = List.of("dbo", "shelf");
    private static final SqlType IDENTITY = new SqlType("int", null, null, null, null, null, false, false, true, false);
    private static final SqlExpr ID = new SqlExpr.Column("t0", "id", ColumnType.INT, IDENTITY, false);

    private final ShardingSphere shardingSphere = new ShardingSphere();

    private String sql(SqlNode node) {
        RenderedSql rendered = SqlRenderer.render(node, Target.dialect(TestDatabase.SQLSERVER));
        String named = Statements.named(rendered.sql());
        assertThat(Statements.parameters(named))
                .as(named)
                .isEqualTo(rendered.binds().size());
        assertThat(shardingSphere.problem(named)).as(named).isNull();
        return rendered.sql();
    }

    private static Select readBack(SqlExpr where) {
        return new Select(
                List.of(new SelectItem(ID, "c0")), new Table(TABLE, "t0", Map.of()), List.of(), where, List.of(), null);
    }

    private static SqlExpr generated() {
        return new SqlExpr.Logic(true, List.of(new SqlExpr.GeneratedKeys(ID, 0)));
    }

    private static SqlType text(String type, @Nullable String collation) {
        return new SqlType(type, null, null, 20, collation, null, false, false, false, false);
    }

    private static Assignment stored(String column, ColumnType type, SqlType sql) {
        return new Assignment(column, new SqlExpr.Stored(new Bind(0, type, false, sql), type, sql));
    }

    private static final String READ = "; IF @@ROWCOUNT <> (SELECT COUNT_BIG(*) AS [n] FROM [dbo].[shelf] AS [t0] WHERE"
            + " [t0].[id] IN (SELECT [k] FROM @keys)) THROW 50001, N'the written rows have other keys', 1;"
            + " SELECT [t0].[id] AS [c0] FROM [dbo].[shelf] AS [t0] WHERE [t0].[id] IN (SELECT [k] FROM @keys)";

    /** SCOPE_IDENTITY tells one key; OUTPUT without INTO is error 334 where the table has triggers. */
    @Test
    void keysThatTheDatabaseMakes() {
        var one = new SqlWrite.Insert(
                TABLE, List.of(stored("label", ColumnType.TEXT, text("nvarchar", null))), null, List.of());
        assertThat(sql(new SqlWrite.WriteAndRead(one, readBack(generated()))))
                .isEqualTo("SET NOCOUNT ON; DECLARE @keys TABLE ([k] int NOT NULL); INSERT INTO [dbo].[shelf] ([label])"
                        + " OUTPUT inserted.[id] INTO @keys ([k]) VALUES (?)" + READ);
        var defaults = new SqlWrite.Insert(TABLE, List.of(), null, List.of());
        assertThat(sql(new SqlWrite.WriteAndRead(defaults, readBack(generated()))))
                .contains("INSERT INTO [dbo].[shelf] OUTPUT inserted.[id] INTO @keys ([k]) DEFAULT VALUES; IF");
    }

    /** Error 544 otherwise. */
    @Test
    void numbersThatAreGiven() {
        var insert = new SqlWrite.Insert(TABLE, List.of(stored("id", ColumnType.INT, IDENTITY)), null, List.of());
        SqlExpr given = new SqlExpr.Comparison(
                SqlExpr.Comparison.Operator.EQUAL,
                ID,
                new Bind(0, ColumnType.INT, false, IDENTITY),
                ColumnType.INT,
                IDENTITY,
                false);
        assertThat(sql(new SqlWrite.WriteAndRead(insert, readBack(given))))
                .startsWith(
                        "SET NOCOUNT ON; SET IDENTITY_INSERT [dbo].[shelf] ON; INSERT INTO [dbo].[shelf] ([id]) VALUES (?);"
                                + " IF @@ROWCOUNT <> (")
                .endsWith("WHERE [t0].[id] = ?; SET IDENTITY_INSERT [dbo].[shelf] OFF");
    }

    /** With ORDER BY the identities have the order of the rows, and only then. */
    @Test
    void manyRowsOfOneParameter() {
        SqlType label = text("nvarchar", "French_CI_AI");
        SqlType price = new SqlType("decimal", 10, 2, null, null, null, false, false, false, false);
        BoundRows rows = new BoundRows(
                new Bind(0, ColumnType.JSON, false, null, List.of(ColumnType.TEXT, ColumnType.DECIMAL)),
                List.of(new Bind(1, ColumnType.TEXT, true, label), new Bind(2, ColumnType.DECIMAL, true, price)),
                "w");
        var many = new SqlWrite.Insert(
                TABLE,
                List.of(
                        new Assignment("label", new SqlExpr.Column("w", "c0", ColumnType.TEXT, label, true)),
                        new Assignment("price", new SqlExpr.Column("w", "c1", ColumnType.DECIMAL, price, true))),
                rows,
                List.of());
        assertThat(sql(new SqlWrite.WriteAndRead(many, readBack(generated()))))
                .contains("INSERT INTO [dbo].[shelf] ([label], [price]) OUTPUT inserted.[id] INTO @keys ([k])"
                        + " SELECT [w].[c0], [w].[c1] FROM (SELECT [c0] COLLATE French_CI_AI AS [c0], [c1] AS [c1], [ordinal]"
                        + " FROM OPENJSON(?) WITH ([c0] nvarchar(max) '$[0]', [c1] decimal(10, 2) '$[1]', [ordinal] int '$[2]'))"
                        + " AS [w] ORDER BY [w].[ordinal]; IF");
    }

    /** A character that the code page lacks would become a question mark; the square root is error 3623. */
    @Test
    void textsThatAVarcharCannotHold() {
        String varchar = "CAST(? COLLATE French_CI_AI AS varchar(max))";
        String exact = " AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.'";
        Assignment narrow = stored("label", ColumnType.TEXT, text("varchar", "French_CI_AI"));
        assertThat(sql(new SqlWrite.Insert(TABLE, List.of(narrow), null, List.of())))
                .isEqualTo("INSERT INTO [dbo].[shelf] ([label]) VALUES (CASE WHEN ? IS NULL OR CAST(" + varchar + exact
                        + " = CAST(?" + exact + " THEN " + varchar
                        + " ELSE CAST(SQRT(-1 - DATALENGTH(?)) AS varchar(max)) END)");
        Assignment wide = stored("label", ColumnType.TEXT, text("varchar", "Latin1_General_100_CI_AS_SC_UTF8"));
        assertThat(sql(new SqlWrite.Insert(TABLE, List.of(wide), null, List.of())))
                .endsWith("VALUES (?)");
    }

    @Test
    void uuidsAndDurationsInTheFormOfTheirColumns() {
        Assignment bytes = stored("key", ColumnType.UUID, SqlType.named("binary"));
        Assignment length = stored("length", ColumnType.DURATION, text("nvarchar", null));
        var insert = new SqlWrite.Insert(TABLE, List.of(bytes, length), null, List.of());
        assertThat(sql(insert)).endsWith("VALUES (CONVERT(binary(16), REPLACE(?, '-', ''), 2), ?)");
        assertThat(SqlRenderer.render(insert, Target.dialect(TestDatabase.SQLSERVER))
                        .binds()
                        .get(1)
                        .type())
                .as("a duration as it was written")
                .isEqualTo(ColumnType.TEXT);
    }

    /** A hint behind a derived table is error 321. */
    @Test
    void locksStandBehindTheTable() {
        Table computed = new Table(TABLE, "t0", Map.of("twice", "width * 2"));
        SqlExpr where = new SqlExpr.Comparison(
                SqlExpr.Comparison.Operator.EQUAL,
                ID,
                new Bind(0, ColumnType.INT, false, IDENTITY),
                ColumnType.INT,
                IDENTITY,
                false);
        Select select = new Select(List.of(new SelectItem(ID, "c0")), computed, List.of(), where, List.of(), null);
        assertThat(sql(new SqlWrite.Lock(select)))
                .isEqualTo(
                        "SELECT [t0].[id] AS [c0] FROM (SELECT [t].*, (width * 2) AS [twice] FROM [dbo].[shelf] AS [t]"
                                + " WITH (UPDLOCK)) AS [t0] WHERE [t0].[id] = ?");
    }

    /** How events get their positions: of no other row may be asked whether it is locked. */
    @Test
    void rowsThatEachGetTheirOwnValue() {
        BoundRows rows = new BoundRows(
                new Bind(0, ColumnType.JSON, false, null, List.of(ColumnType.BIGINT, ColumnType.BIGINT)),
                List.of(new Bind(1, ColumnType.BIGINT, true, null), new Bind(2, ColumnType.BIGINT, true, null)),
                "w");
        SqlExpr key = new SqlExpr.Column("e", "sequence", ColumnType.BIGINT, null, true);
        SqlExpr position = new SqlExpr.Column("w", "c1", ColumnType.BIGINT, null, false);
        assertThat(sql(new SqlWrite.UpdateEach(
                        TABLE, "e", rows, List.of(key), List.of(new Assignment("position", position)))))
                .isEqualTo("UPDATE [e] SET [position] = [w].[c1] FROM [dbo].[shelf] AS [e] WITH (ROWLOCK, FORCESEEK)"
                        + " JOIN (SELECT [c0] AS [c0], [c1] AS [c1], [ordinal] FROM OPENJSON(?) WITH ([c0] bigint '$[0]',"
                        + " [c1] bigint '$[1]', [ordinal] int '$[2]')) AS [w] ON [e].[sequence] = [w].[c0]");
    }

    /** Arguments are constants or variables: an expression is error 102. */
    @Test
    void procedures() {
        FunctionCall call = new FunctionCall(
                List.of("dbo", "fn_name"),
                List.of(new Bind(0, ColumnType.UUID, false, null), new Bind(1, ColumnType.DURATION, false, null)),
                "r");
        Select select = new Select(List.of(), call, List.of(), null, List.of(), null);
        assertThat(sql(new Query(List.of(), List.of(select)))).isEqualTo("SET NOCOUNT ON; EXEC [dbo].[fn_name] ?, ?");
    }
}
