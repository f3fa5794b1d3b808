package io.fraiseql.plugin.sqlite;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlRelation;
import java.util.Arrays;
import java.util.List;

/** Asks which rows of the table {@code t (id, v)} a condition on {@code v} holds for. */
record Conditions(
        TestDatabase database, ColumnType type, @Nullable SqlType sql) {

    static SqlType sql(String type, @Nullable Integer scale, @Nullable String collation, @Nullable String storage) {
        return new SqlType(type, null, scale, null, collation, storage, false, false, false, false);
    }

    SqlExpr.Column column() {
        return new SqlExpr.Column("t", "v", type, sql, true);
    }

    SqlExpr.Bind bind() {
        return new SqlExpr.Bind(0, type, false, sql);
    }

    SqlExpr compared(Operator operator) {
        return new SqlExpr.Comparison(operator, column(), bind(), type, sql, type == ColumnType.TEXT);
    }

    List<Long> eq(Object value) {
        return ids(compared(Operator.EQUAL), value);
    }

    List<Long> neq(Object value) {
        return ids(compared(Operator.NOT_EQUAL), value);
    }

    List<Long> compare(Operator operator, Object value) {
        return ids(compared(operator), value);
    }

    List<Long> in(boolean negated, Object... values) {
        return ids(inList(negated), Arrays.asList(values));
    }

    SqlExpr.InList inList(boolean negated) {
        return new SqlExpr.InList(column(), new SqlExpr.Bind(0, type, true, sql), negated, type, sql);
    }

    List<Long> match(SqlExpr.TextMatch.Operator operator, boolean ignoreCase, String pattern) {
        return ids(new SqlExpr.TextMatch(operator, ignoreCase, false, column(), bind()), pattern);
    }

    /** The ids of the rows for which the condition is true; every bind gets the value. */
    List<Long> ids(SqlExpr condition, Object value) {
        TestWriter writer =
                new TestWriter().text("SELECT id FROM t WHERE ").node(condition).text(" ORDER BY id");
        return run(writer, value);
    }

    /** All ids in an order. */
    List<Long> ordered(boolean descending, boolean nullsFirst) {
        TestWriter writer = new TestWriter()
                .text("SELECT id FROM t ORDER BY ")
                .node(new SqlRelation.OrderTerm(column(), descending, nullsFirst, true, true))
                .text(", id");
        return run(writer, "");
    }

    private List<Long> run(TestWriter writer, Object value) {
        RowShape shape = RowShape.of(List.of(new RowShape.Column(ColumnType.INT, null)));
        Object[] values = new Object[writer.binds.size()];
        Arrays.fill(values, value);
        return database.read(new SqlStatement(writer.toString(), writer.binds, shape), values, row -> row.getLong(0));
    }
}
