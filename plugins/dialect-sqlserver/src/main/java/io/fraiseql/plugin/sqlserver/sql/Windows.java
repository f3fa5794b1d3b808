package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation.Over;
import io.fraiseql.spi.sql.SqlAggregation.Window;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;
import io.fraiseql.spi.sql.WindowFrame;
import io.fraiseql.spi.sql.WindowFunction;

/** Functions over other rows, exact on exact numbers as {@link Aggregates} are. */
final class Windows {

    /** Functions of places need an order, and so does a frame, also where there is but one row. */
    private static final String ANY_ORDER = "ORDER BY (SELECT NULL)";

    private Windows() {}

    static boolean write(Window node, SqlWriter out) {
        SqlExpr value = node.value();
        WindowFunction function = node.function();
        switch (function) {
            case ROW_NUMBER, RANK, DENSE_RANK -> ordered(node, out.text(function + "() "));
            case COUNT ->
                over(node.over(), counted(value, out.text("COUNT_BIG(")).text(") "));
            case LAG, LEAD ->
                ordered(node, counted(value, out.text(function + "(")).text(", " + node.number() + ") "));
            case FIRST_VALUE, LAST_VALUE ->
                ordered(node, counted(value, out.text(function + "(")).text(") "));
            case SUM -> totals(node, required(value)).sum(out);
            case AVG -> totals(node, required(value)).average(node.number(), out);
            case MIN, MAX -> extreme(node, required(value), out);
        }
        return true;
    }

    private static Totals totals(Window node, SqlExpr value) {
        return new Totals(value, node.type(), node.sql(), node.over());
    }

    private static SqlWriter counted(@Nullable SqlExpr value, SqlWriter out) {
        return value == null ? out.text("*") : out.node(value);
    }

    private static void extreme(Window node, SqlExpr value, SqlWriter out) {
        boolean codepoint = node.type() == ColumnType.TEXT && node.codepoint();
        Aggregates.text(node.function() + "(", value, codepoint, node.over(), out);
    }

    private static void ordered(Window node, SqlWriter out) {
        over(node.over(), true, out);
    }

    static void over(Over over, SqlWriter out) {
        over(over, over.frame() != null, out);
    }

    private static void over(Over over, boolean needsOrder, SqlWriter out) {
        out.text("OVER (");
        if (!over.partition().isEmpty()) {
            GroupKeys.list(over.partition(), out.text("PARTITION BY "));
            out.text(over.order().isEmpty() && !needsOrder ? "" : " ");
        }
        if (!over.order().isEmpty()) {
            Selects.list(over.order(), ", ", out.text("ORDER BY "));
        } else if (needsOrder) {
            out.text(ANY_ORDER);
        }
        frame(over.frame(), out);
        out.text(")");
    }

    private static void frame(@Nullable WindowFrame frame, SqlWriter out) {
        if (frame != null) {
            out.text(frame.rows() ? " ROWS BETWEEN " : " RANGE BETWEEN ");
            out.text(bound(frame.from(), "UNBOUNDED PRECEDING") + " AND " + bound(frame.to(), "UNBOUNDED FOLLOWING"));
        }
    }

    private static String bound(@Nullable Integer rows, String unbounded) {
        if (rows == null) {
            return unbounded;
        }
        if (rows == 0) {
            return "CURRENT ROW";
        }
        return rows < 0 ? -rows + " PRECEDING" : rows + " FOLLOWING";
    }

    private static SqlExpr required(@Nullable SqlExpr value) {
        if (value == null) {
            throw new IllegalStateException("a window of nothing");
        }
        return value;
    }
}
