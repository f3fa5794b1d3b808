package io.fraiseql.plugin.sqlite;

import static io.fraiseql.plugin.sqlite.Conditions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Select;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationTest {

    private static final SqlExpr.Column ID =
            new SqlExpr.Column("t", "id", ColumnType.INT, SqlType.named("INTEGER"), false);

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new TestDatabase(
                folder,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, at DATETIME, name TEXT, n TEXT COLLATE NOCASE)",
                "CREATE INDEX t_at ON t (at)",
                "CREATE INDEX t_name ON t (name)",
                "CREATE INDEX t_n ON t (n)",
                "INSERT INTO t (id) VALUES (1), (2), (3), (4)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Select select(@Nullable SqlExpr limit, @Nullable SqlExpr offset) {
        SqlRelation.OrderTerm descending = new SqlRelation.OrderTerm(ID, true, false, false, false);
        return new Select(
                List.of(new SqlRelation.SelectItem(ID, "c\"1")),
                new SqlRelation.Table(List.of("t"), "t", Map.of()),
                List.of(),
                null,
                List.of(descending),
                limit == null && offset == null ? null : new Page(limit, offset));
    }

    private static SqlExpr number(long value) {
        return new SqlExpr.Literal(value, ColumnType.INT);
    }

    private List<Long> run(SqlNode node) {
        RowShape shape = RowShape.of(List.of(new RowShape.Column(ColumnType.INT, null)));
        return database.read(
                new SqlStatement(TestWriter.write(node), List.of(), shape), new Object[0], row -> row.getLong(0));
    }

    @Test
    void anOffsetNeedsNoLimit() {
        assertThat(run(select(null, number(1)))).containsExactly(3L, 2L, 1L);
        assertThat(run(select(number(2), null))).containsExactly(4L, 3L);
    }

    @Test
    void orderedMembersOfAUnionAreLegal() {
        List<Select> members = List.of(select(number(1), null), select(null, number(2)), select(null, null));
        assertThat(run(new SqlRelation.Query(List.of(), members))).containsExactly(4L, 2L, 1L, 4L, 3L, 2L, 1L);
        Select outer = new Select(
                List.of(new SqlRelation.SelectItem(new SqlExpr.Column("s", "c\"1", ColumnType.INT, null, false), "x")),
                new SqlRelation.Subquery(members, "s"),
                List.of(),
                null,
                List.of(),
                null);
        assertThat(run(outer)).hasSize(7);
    }

    @Test
    void comparisonsKeepTheirIndex() {
        assertThat(plan("name", ColumnType.TEXT, SqlType.named("TEXT"), SqlExpr.Comparison.Operator.EQUAL))
                .contains("SEARCH t USING", "t_name (name=?)");
        assertThat(plan("n", ColumnType.TEXT, sql("TEXT", null, "NOCASE", null), SqlExpr.Comparison.Operator.EQUAL))
                .contains("SEARCH t USING", "t_n (n=?)");
        assertThat(plan(
                        "at",
                        ColumnType.DATETIME,
                        sql("DATETIME", null, null, "iso"),
                        SqlExpr.Comparison.Operator.EQUAL))
                .contains("SEARCH t USING", "t_at (at>? AND at<?)");
        assertThat(plan(
                        "at",
                        ColumnType.DATETIME,
                        sql("DATETIME", null, null, "epoch_s"),
                        SqlExpr.Comparison.Operator.LESS))
                .contains("SEARCH t USING", "t_at (at<?)");
        assertThat(plan(new SqlExpr.InList(
                        new SqlExpr.Column("t", "name", ColumnType.TEXT, SqlType.named("TEXT"), true),
                        new SqlExpr.Bind(0, ColumnType.TEXT, true, null),
                        false,
                        ColumnType.TEXT,
                        SqlType.named("TEXT"))))
                .contains("SEARCH t USING", "t_name (name=?)");
    }

    private String plan(String name, ColumnType type, SqlType sql, SqlExpr.Comparison.Operator operator) {
        return plan(new SqlExpr.Comparison(
                operator,
                new SqlExpr.Column("t", name, type, sql, true),
                new SqlExpr.Bind(0, type, false, sql),
                type,
                sql,
                false));
    }

    private String plan(SqlExpr condition) {
        String statement = "EXPLAIN QUERY PLAN SELECT id FROM t WHERE " + TestWriter.write(condition);
        List<String> lines = new java.util.ArrayList<>();
        try (var connection = database.database.systemDataSource().getConnection();
                var plan = connection.createStatement().executeQuery(statement)) {
            while (plan.next()) {
                lines.add(plan.getString("detail"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return String.join("\n", lines);
    }
}
