package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Aggregates. Counts have 64 bits, as elsewhere. */
final class Aggregates {

    /** Stands behind every text so that one that begins another comes before it: blanks at the end do not count in a comparison. */
    private static final String END = " COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) + CHAR(0))";

    private Aggregates() {}

    static boolean write(Aggregate node, SqlWriter out) {
        SqlExpr value = node.value();
        if (value == null) {
            out.text("COUNT_BIG(*)");
            return true;
        }
        Totals totals = new Totals(value, node.type(), node.sql(), null);
        switch (node.function()) {
            case COUNT -> out.text("COUNT_BIG(").node(value).text(")");
            case COUNT_DISTINCT -> distinct(node, value, out);
            case SUM -> totals.sum(out);
            case AVG -> totals.average(node.scale(), out);
            case MIN -> extreme("MIN(", node, value, out);
            case MAX -> extreme("MAX(", node, value, out);
            case STDDEV -> {
                totals.variance(out.text("SQRT("));
                out.text(")");
            }
            case VARIANCE -> totals.variance(out);
        }
        return true;
    }

    private static void distinct(Aggregate node, SqlExpr value, SqlWriter out) {
        out.text("COUNT_BIG(DISTINCT ");
        if (node.type() == ColumnType.TEXT) {
            ExactText.marked(value, out);
        } else {
            out.node(new SqlAggregation.GroupKey(value, node.type(), node.sql()));
        }
        out.text(")");
    }

    private static void extreme(String function, Aggregate node, SqlExpr value, SqlWriter out) {
        if (node.type() == ColumnType.TEXT) {
            text(function, value, node.codepoint(), null, out);
        } else {
            out.text(function)
                    .node(new SqlAggregation.GroupKey(value, node.type(), node.sql()))
                    .text(")");
        }
    }

    /** The least or greatest text, of a group or of a window; by code point, that is as UTF-8. */
    static void text(
            String function, SqlExpr value, boolean codepoint, SqlAggregation.@Nullable Over over, SqlWriter out) {
        if (!codepoint) {
            out.text(function).node(value).text(")");
            window(over, out);
            return;
        }
        out.text("LEFT(");
        ended(function, value, over, out);
        ended(function, value, over, out.text(", LEN("));
        out.text(") - 1)");
    }

    private static void ended(String function, SqlExpr value, SqlAggregation.@Nullable Over over, SqlWriter out) {
        out.text("CAST(" + function + "CAST(").node(value).text(END);
        window(over, out);
        out.text(" AS nvarchar(max))");
    }

    private static void window(SqlAggregation.@Nullable Over over, SqlWriter out) {
        if (over != null) {
            Windows.over(over, out.text(" "));
        }
    }
}
