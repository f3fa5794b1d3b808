package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Sum and average of a value, exact on exact numbers. Decimals have 65 digits here, 30 of them behind the point; what may need more is
 * checked.
 *
 * @param over the rows of a window; null for those of a group
 */
record Total(SqlExpr value, ColumnType type, @Nullable SqlType sql, SqlAggregation.@Nullable Over over) {

    static final int MOST_DIGITS = 65;
    static final int MOST_SCALE = 30;
    /** Digits that a sum of rows has before those of its values. */
    static final int OF_COUNT = 10;

    /** Digits that a quotient has behind those of the dividend, with some to spare. */
    private static final int OF_QUOTIENT = 6;

    /** A sum that the server would cut to its most digits where it keeps groups ends the statement instead. */
    void sum(SqlWriter out) {
        boolean fits = type != ColumnType.DECIMAL || precision(sql) + OF_COUNT <= MOST_DIGITS;
        if (fits) {
            call("SUM", out.text(type == ColumnType.INT ? "CAST(" : ""))
                    .text(type == ColumnType.INT ? " AS SIGNED)" : "");
        } else {
            within(MOST_DIGITS - scale(sql), () -> call("SUM", out), out);
        }
    }

    /**
     * Rounded once, half away from zero.
     *
     * @param digits behind the point, of exact numbers
     */
    void average(int digits, SqlWriter out) {
        if (type == ColumnType.FLOAT || type == ColumnType.FLOAT32) {
            call("AVG", out);
            return;
        }
        if (digits > MOST_SCALE) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "avg of a column with " + scale(sql)
                            + " digits behind the point is not available on MySQL and MariaDB: it would have " + digits
                            + ", and they have " + MOST_SCALE);
        }
        within(MOST_DIGITS - OF_QUOTIENT - digits, () -> quotient(digits, out), out);
    }

    private void within(int digits, Runnable result, SqlWriter out) {
        call("SUM", out.text("CASE WHEN ABS(")).text(") < 1e" + digits + " THEN ");
        result.run();
        call("COUNT", out.text(" WHEN ")).text(" > 0 THEN ");
        Form.fill(Refusal.ofStored("%"), out, () -> call("COUNT", out));
        out.text(" END");
    }

    /**
     * In units of the last digit: twice the sum and the count, less what is over, by twice the count. It is a whole number, so that nothing
     * is rounded twice.
     */
    private void quotient(int digits, SqlWriter out) {
        call("SUM", out.text("ROUND(SIGN("));
        doubled(digits, out.text(") * ((("));
        doubled(digits, out.text(") - MOD("));
        call("COUNT", out.text(", 2 * "));
        call("COUNT", out.text(")) / (2 * ")).text(")) * ");
        out.text("0." + "0".repeat(digits - 1) + "1, " + digits + ")");
    }

    private void doubled(int digits, SqlWriter out) {
        call("SUM", out.text("ABS(")).text(") * 2" + "0".repeat(digits) + " + ");
        call("COUNT", out);
    }

    private SqlWriter call(String function, SqlWriter out) {
        out.text(function + "(").node(value).text(")");
        return over == null ? out : out.text(" ").node(over);
    }

    /** The declared digits; the most where they are unknown. */
    static int precision(@Nullable SqlType sql) {
        return sql == null || sql.precision() == null ? MOST_DIGITS : sql.precision();
    }

    /** The declared digits behind the point; none where they are unknown. */
    static int scale(@Nullable SqlType sql) {
        return sql == null || sql.scale() == null ? 0 : sql.scale();
    }
}
