package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate;
import io.fraiseql.spi.sql.SqlAggregation.GroupKey;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Aggregates: SQLite's own where it computes exactly or in floating point, ours where decimals and wide integers must be exact. */
final class Aggregates {

    private Aggregates() {}

    static boolean write(Aggregate node, SqlWriter out) {
        SqlExpr value = node.value();
        if (value == null) {
            return false;
        }
        switch (node.function()) {
            case COUNT, COUNT_DISTINCT -> {
                return false;
            }
            case SUM -> {
                boolean exact = node.type() == ColumnType.BIGINT || node.type() == ColumnType.DECIMAL;
                call(exact ? "fraiseql_sum(" : "SUM(", value, exact ? scale(node) : "", out);
            }
            case AVG -> {
                boolean inexact = node.type() == ColumnType.FLOAT || node.type() == ColumnType.FLOAT32;
                call(inexact ? "AVG(" : "fraiseql_avg(", value, inexact ? "" : scale(node) + ", " + node.scale(), out);
            }
            case MIN -> extreme("MIN(", node, value, out);
            case MAX -> extreme("MAX(", node, value, out);
            case STDDEV -> call("fraiseql_stddev(", value, scale(node), out);
            case VARIANCE -> call("fraiseql_variance(", value, scale(node), out);
        }
        return true;
    }

    private static void call(String function, SqlExpr value, String more, SqlWriter out) {
        out.text(function).node(value).text(more).text(")");
    }

    private static String scale(Aggregate node) {
        return ", " + (node.type() == ColumnType.DECIMAL ? Form.scale(node.sql()) : "-1");
    }

    private static void extreme(String function, Aggregate node, SqlExpr value, SqlWriter out) {
        out.text(function);
        if (node.type() == ColumnType.TEXT && !node.codepoint()) {
            out.node(value);
        } else {
            out.node(new GroupKey(value, node.type(), node.sql()));
        }
        out.text(node.type() == ColumnType.DECIMAL ? " COLLATE fraiseql_decimal)" : ")");
    }
}
