package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation.Window;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Functions over other rows, exact on exact numbers as {@link AggregateSql} is. */
final class WindowSql {

    private WindowSql() {}

    static boolean window(Window node, SqlWriter out) {
        SqlExpr value = node.value();
        boolean inexact = node.type() == ColumnType.FLOAT || node.type() == ColumnType.FLOAT32;
        if (value == null) {
            return false;
        }
        switch (node.function()) {
            case SUM ->
                AggregateSql.shortest(
                        node.type(),
                        node.sql(),
                        () -> call(node, "SUM", value, inexact ? "double precision" : "numeric", out),
                        out);
            case AVG -> average(node, value, inexact, out);
            case MIN, MAX -> {
                if (node.type() != ColumnType.TEXT) {
                    return false;
                }
                out.text(node.function().name() + "(");
                ValueSql.text(value, out)
                        .text(node.codepoint() ? " COLLATE \"C\") " : ") ")
                        .node(node.over());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static SqlWriter call(Window node, String function, SqlExpr value, String type, SqlWriter out) {
        out.text("(" + function + "(");
        boolean inexact = type.equals("double precision");
        SqlWriter taken = inexact ? ValueSql.cast(value, type, out) : out.node(value);
        return taken.text(") ").node(node.over()).text(")::" + type);
    }

    /** AVG of numeric is rounded where it suits PostgreSQL; a quotient of integers is exact. */
    private static void average(Window node, SqlExpr value, boolean inexact, SqlWriter out) {
        if (inexact) {
            call(node, "AVG", value, "double precision", out);
            return;
        }
        call(node, "SUM", value, "numeric", out.text("SIGN("));
        call(node, "SUM", value, "numeric", out.text(") * DIV(ABS("));
        call(node, "COUNT", value, "numeric", out.text(") * 2e" + node.number() + " + "));
        call(node, "COUNT", value, "numeric", out.text(", 2 * ")).text(") * 1e-" + node.number());
    }
}
