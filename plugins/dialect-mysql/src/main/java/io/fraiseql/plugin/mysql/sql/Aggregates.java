package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Aggregates, exact where the standard form is not: the servers round an average to four digits more than the column has and compute
 * variances of integers in floating point.
 */
final class Aggregates {

    private static final int OF_BIGINT = 20;

    private final ExactText exact;

    Aggregates(ExactText exact) {
        this.exact = exact;
    }

    boolean write(Aggregate node, SqlWriter out) {
        SqlExpr value = node.value();
        if (value == null) {
            return false;
        }
        switch (node.function()) {
            case COUNT, COUNT_DISTINCT -> {
                return false;
            }
            case SUM -> total(node, value).sum(out);
            case AVG -> total(node, value).average(node.scale(), out);
            case MIN -> extreme("MIN(", node, value, out);
            case MAX -> extreme("MAX(", node, value, out);
            case STDDEV -> {
                variance(node, value, out.text("SQRT("));
                out.text(")");
            }
            case VARIANCE -> variance(node, value, out);
        }
        return true;
    }

    private static Total total(Aggregate node, SqlExpr value) {
        return new Total(value, node.type(), node.sql(), null);
    }

    /** From exact sums where their digits suffice; in floating point otherwise, without the few digits of the server's own decimals. */
    private static void variance(Aggregate node, SqlExpr value, SqlWriter out) {
        Integer digits = digits(node);
        if (digits == null) {
            out.text("VAR_SAMP(CAST(").node(value).text(" AS DOUBLE))");
            return;
        }
        out.text("CAST(COUNT(").node(value).text(") * SUM(CAST(").node(value).text(" AS " + decimal(node) + ") * ");
        out.node(value).text(") - SUM(").node(value).text(") * SUM(").node(value);
        out.text(") AS DOUBLE) / (COUNT(")
                .node(value)
                .text(") * NULLIF(COUNT(")
                .node(value)
                .text(") - 1, 0))");
    }

    private static String decimal(Aggregate node) {
        int scale = node.type() == ColumnType.DECIMAL ? Total.scale(node.sql()) : 0;
        return "DECIMAL(" + digits(node) + ", " + scale + ")";
    }

    /** The digits of the values where the square of their sum has room; null otherwise. */
    private static @Nullable Integer digits(Aggregate node) {
        if (node.type() == ColumnType.INT || node.type() == ColumnType.BIGINT) {
            return OF_BIGINT;
        }
        SqlType sql = node.sql();
        int digits = Total.precision(sql);
        boolean exact = node.type() == ColumnType.DECIMAL;
        return exact && 2 * (digits + Total.OF_COUNT) <= Total.MOST_DIGITS && 2 * Total.scale(sql) <= Total.MOST_SCALE
                ? Integer.valueOf(digits)
                : null;
    }

    private void extreme(String function, Aggregate node, SqlExpr value, SqlWriter out) {
        out.text(function);
        if (node.type() == ColumnType.TEXT && node.codepoint()) {
            exact.write(value, out);
        } else if (node.type() == ColumnType.TEXT) {
            out.node(value);
        } else {
            out.node(new SqlAggregation.GroupKey(value, node.type(), node.sql()));
        }
        out.text(")");
    }
}
