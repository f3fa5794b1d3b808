package io.fraiseql.core.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import io.fraiseql.spi.sql.WindowFrame;
import io.fraiseql.spi.sql.WindowFunction;
import java.util.List;

/** Standard SQL of functions over other rows. */
final class StandardWindows {

    private StandardWindows() {}

    static void window(SqlAggregation.Window window, SqlWriter out) {
        out.text(window.function().name()).text("(");
        if (window.value() != null) {
            out.node(window.value());
        } else if (window.function() == WindowFunction.COUNT) {
            out.text("*");
        }
        switch (window.function()) {
            case LAG, LEAD -> out.text(", " + window.number());
            default -> {}
        }
        out.text(") ").node(window.over());
    }

    static void over(SqlAggregation.Over over, SqlWriter out) {
        out.text("OVER (");
        if (!over.partition().isEmpty()) {
            list(over.partition(), out.text("PARTITION BY "));
        }
        if (!over.order().isEmpty()) {
            list(over.order(), out.text(over.partition().isEmpty() ? "ORDER BY " : " ORDER BY "));
        }
        WindowFrame frame = over.frame();
        if (frame != null) {
            out.text(over.partition().isEmpty() && over.order().isEmpty() ? "" : " ");
            out.text(frame.rows() ? "ROWS BETWEEN " : "RANGE BETWEEN ");
            out.text(bound(frame.from(), "UNBOUNDED PRECEDING") + " AND " + bound(frame.to(), "UNBOUNDED FOLLOWING"));
        }
        out.text(")");
    }

    private static void list(List<? extends SqlNode> nodes, SqlWriter out) {
        for (int i = 0; i < nodes.size(); i++) {
            out.text(i == 0 ? "" : ", ").node(nodes.get(i));
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
}
