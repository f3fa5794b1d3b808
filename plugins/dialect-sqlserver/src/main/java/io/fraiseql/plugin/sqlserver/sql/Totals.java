package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is computed of one value over the rows of a group or of a window, exact on exact numbers. Decimals have 38 digits here, and what needs
 * more ends the statement. Of a product or quotient the server keeps but 6 digits behind the point where 32 may stand before it: those
 * below are of whole numbers, so that nothing is lost.
 *
 * @param over of a window; null for a group
 */
record Totals(SqlExpr value, ColumnType type, @Nullable SqlType sql, SqlAggregation.@Nullable Over over) {

    private static final int MOST_DIGITS = 38;
    private static final int OF_INT = 10;
    private static final int OF_BIGINT = 19;
    /** Digits that a sum of rows has before those of its values. */
    private static final int OF_COUNT = 10;
    /** Behind the point of an average; with more, its last step would be rounded too. */
    private static final int MOST_OF_AVERAGE = 17;
    /** Digits of a number whose square, times the square of 1,000,000,000 rows, is a decimal. */
    private static final int MOST_OF_VARIANCE = 10;

    /**
     * Digits of a number that leaves room for so many more behind the point of an average that none but a half is rounded like one. Of a
     * window the long form would be pages, and there are fewer rows.
     */
    private static final int MOST_OF_SHORT_AVERAGE = 12;

    private static final int GUARD_DIGITS = 10;

    private static final String SHORT_AVERAGE =
            "CAST(ROUND(AVG(CAST({value} AS decimal(38, {more}))){over}, {scale}) AS decimal(38, {scale}))";
    /** The whole quotient, and what is left over in units of the last digit, whose own remainder is taken off before it is divided. */
    private static final String AVERAGE = "CAST(({sum} - {sum} % {count}) / {count} AS decimal(38, {scale}))"
            + " + CAST(({rest} - {rest} % (2 * {count})) / (2 * {count}) AS decimal({digits}, 0)) * 0.{zeros}1";
    /** Twice the remainder in units of a tenth of the last digit and more, and half a unit away from zero. */
    private static final String REST =
            "(({sum} % {count}) * 2{zeros}0 + CASE WHEN {sum} < 0 THEN -{count} ELSE {count} END)";

    private static final String COUNT = "CAST(NULLIF(COUNT_BIG({value}){over}, 0) AS decimal(12, 0))";
    /** Of wide decimals the whole parts have more room without the fractions. */
    private static final String WIDE_SUM = "(CAST(SUM(CAST({number} - {number} % 1 AS decimal(38, 0))){over}"
            + " AS decimal(38, {scale})) + SUM({number} % 1){over})";

    private static final String VARIANCE =
            "CAST(COUNT_BIG({value}) * SUM({whole} * {whole}) - SUM({whole}) * SUM({whole}) AS float)"
                    + " / NULLIF(CAST(COUNT_BIG({value}) AS float) * (COUNT_BIG({value}) - 1), 0)";
    private static final Pattern PLACE = Pattern.compile("\\{(value|over)}");

    /** A sum of integers of 32 bits has 64, of those of 64 it is a decimal. */
    void sum(SqlWriter out) {
        write(
                inexact()
                        ? "SUM({value}){over}"
                        : type == ColumnType.INT ? "SUM(CAST({value} AS bigint)){over}" : sum(),
                out);
    }

    /**
     * Rounded once, half away from zero.
     *
     * @param scale digits behind the point of an exact one
     */
    void average(int scale, SqlWriter out) {
        if (inexact()) {
            write("AVG({value}){over}", out);
            return;
        }
        requireRoom(scale);
        if (over != null || digits() <= MOST_OF_SHORT_AVERAGE) {
            write(
                    SHORT_AVERAGE
                            .replace("{scale}", String.valueOf(scale))
                            .replace("{more}", String.valueOf(scale + GUARD_DIGITS)),
                    out);
            return;
        }
        write(longAverage(scale), out);
    }

    private void requireRoom(int scale) {
        if (scale > MOST_OF_AVERAGE) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "avg of a column with " + scale()
                            + " digits behind the point is not available on SQL Server, whose decimals have 38 digits in all");
        }
    }

    private String longAverage(int scale) {
        return AVERAGE.replace("{rest}", REST)
                .replace("{sum}", sum())
                .replace("{count}", COUNT)
                .replace("{scale}", String.valueOf(scale))
                .replace("{digits}", String.valueOf(scale + 1))
                .replace("{zeros}", "0".repeat(scale - 1));
    }

    /** From exact sums where their digits suffice; in floating point otherwise. */
    void variance(SqlWriter out) {
        if (inexact() || !squares()) {
            write(inexact() ? "VAR({value})" : "VAR(CAST({value} AS float))", out);
            return;
        }
        String units = scale() == 0 ? "" : " * 1" + "0".repeat(scale());
        String whole = "CAST({value}" + units + " AS decimal(" + MOST_OF_VARIANCE + ", 0))";
        write(VARIANCE.replace("{whole}", whole) + (scale() == 0 ? "" : " / 1e" + 2 * scale()), out);
    }

    private boolean squares() {
        return digits() <= MOST_OF_VARIANCE;
    }

    private boolean inexact() {
        return type == ColumnType.FLOAT || type == ColumnType.FLOAT32;
    }

    private String sum() {
        boolean wide = over == null && type == ColumnType.DECIMAL && scale() > 0 && digits() + OF_COUNT > MOST_DIGITS;
        String sum = wide ? WIDE_SUM.replace("{scale}", String.valueOf(scale())) : "SUM({number}){over}";
        return sum.replace("{number}", type == ColumnType.DECIMAL ? decimal() : "CAST({value} AS decimal(19, 0))");
    }

    /** Money is computed with by its own rules, which lose digits. */
    private String decimal() {
        return Form.isMoney(sql) ? "CAST({value} AS decimal(19, 4))" : "{value}";
    }

    /** The most digits that the value has. */
    private int digits() {
        return switch (type) {
            case INT -> OF_INT;
            case DECIMAL -> sql == null || sql.precision() == null ? MOST_DIGITS : sql.precision();
            default -> OF_BIGINT;
        };
    }

    private int scale() {
        return type != ColumnType.DECIMAL || sql == null || sql.scale() == null ? 0 : sql.scale();
    }

    private void write(String template, SqlWriter out) {
        int from = 0;
        for (Matcher place = PLACE.matcher(template); place.find(); from = place.end()) {
            out.text(template.substring(from, place.start()));
            if (place.group(1).equals("value")) {
                out.node(value);
            } else if (over != null) {
                Windows.over(over, out.text(" "));
            }
        }
        out.text(template.substring(from));
    }
}
