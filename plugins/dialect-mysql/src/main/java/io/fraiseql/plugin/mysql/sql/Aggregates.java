package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Aggregate;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Aggregates, exact where the standard form is not: the servers round an average to four digits more than the column has and compute
 * variances of integers in floating point. Decimals have 65 digits here, 30 of them behind the point; what may need more is checked.
 */
final class Aggregates {

    private static final int MOST_DIGITS = 65;
    private static final int MOST_SCALE = 30;
    /** Digits that a sum of rows has before those of its values. */
    private static final int OF_COUNT = 10;

    /** Digits that a quotient has behind those of the dividend, with some to spare. */
    private static final int OF_QUOTIENT = 6;

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
            case SUM -> sum(node, value, out);
            case AVG -> average(node, value, out);
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

    /** A sum that the server would cut to its most digits where it keeps groups ends the statement instead. */
    private static void sum(Aggregate node, SqlExpr value, SqlWriter out) {
        boolean fits = node.type() != ColumnType.DECIMAL || precision(node.sql()) + OF_COUNT <= MOST_DIGITS;
        if (fits) {
            out.text(node.type() == ColumnType.INT ? "CAST(SUM(" : "SUM(").node(value);
            out.text(node.type() == ColumnType.INT ? ") AS SIGNED)" : ")");
        } else {
            within(
                    MOST_DIGITS - scale(node.sql()),
                    value,
                    () -> out.text("SUM(").node(value).text(")"),
                    out);
        }
    }

    private static void within(int digits, SqlExpr value, Runnable result, SqlWriter out) {
        out.text("CASE WHEN ABS(SUM(").node(value).text(")) < 1e" + digits + " THEN ");
        result.run();
        out.text(" WHEN COUNT(").node(value).text(") > 0 THEN " + Refusal.ofStored("COUNT(*)") + " END");
    }

    private static void average(Aggregate node, SqlExpr value, SqlWriter out) {
        if (inexact(node.type())) {
            out.text("AVG(").node(value).text(")");
            return;
        }
        if (node.scale() > MOST_SCALE) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "avg of a column with " + scale(node.sql())
                            + " digits behind the point is not available on MySQL and" + " MariaDB: it would have "
                            + node.scale() + ", and they have " + MOST_SCALE);
        }
        within(MOST_DIGITS - OF_QUOTIENT - node.scale(), value, () -> quotient(node, value, out), out);
    }

    /**
     * In units of the last digit: twice the sum and the count, less what is over, by twice the count. It is a whole number, so that nothing
     * is rounded twice.
     */
    private static void quotient(Aggregate node, SqlExpr value, SqlWriter out) {
        doubled(node, value, out.text("ROUND(SIGN(SUM(").node(value).text(")) * ((("));
        doubled(node, value, out.text(") - MOD("));
        out.text(", 2 * COUNT(")
                .node(value)
                .text("))) / (2 * COUNT(")
                .node(value)
                .text("))) * ");
        out.text("0." + "0".repeat(node.scale() - 1) + "1, " + node.scale() + ")");
    }

    private static void doubled(Aggregate node, SqlExpr value, SqlWriter out) {
        out.text("ABS(SUM(").node(value).text(")) * 2" + "0".repeat(node.scale()) + " + COUNT(");
        out.node(value).text(")");
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
        int scale = node.type() == ColumnType.DECIMAL ? scale(node.sql()) : 0;
        return "DECIMAL(" + digits(node) + ", " + scale + ")";
    }

    /** The digits of the values where the square of their sum has room; null otherwise. */
    private static @Nullable Integer digits(Aggregate node) {
        if (node.type() == ColumnType.INT || node.type() == ColumnType.BIGINT) {
            return OF_BIGINT;
        }
        SqlType sql = node.sql();
        int digits = precision(sql);
        boolean exact = node.type() == ColumnType.DECIMAL;
        return exact && 2 * (digits + OF_COUNT) <= MOST_DIGITS && 2 * scale(sql) <= MOST_SCALE
                ? Integer.valueOf(digits)
                : null;
    }

    private static int precision(@Nullable SqlType sql) {
        return sql == null || sql.precision() == null ? MOST_DIGITS : sql.precision();
    }

    private static int scale(@Nullable SqlType sql) {
        return sql == null || sql.scale() == null ? 0 : sql.scale();
    }

    private static boolean inexact(ColumnType type) {
        return type == ColumnType.FLOAT || type == ColumnType.FLOAT32;
    }

    private void extreme(String function, Aggregate node, SqlExpr value, SqlWriter out) {
        out.text(function);
        if (node.type() == ColumnType.TEXT && node.codepoint()) {
            exact.write(value, out);
        } else if (node.type() == ColumnType.TEXT) {
            out.node(value);
        } else {
            out.node(new SqlExpr.GroupKey(value, node.type(), node.sql()));
        }
        out.text(")");
    }
}
