package io.fraiseql.plugin.mysql.capture;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.Locale;

/**
 * Floats with as few digits as name them. Of a 32-bit column the servers write six, or as an expression those of the 64-bit number of the same
 * value; MySQL cuts the 17th digit off a negative expression.
 */
final class FloatForm {

    private static final int FEWEST = 6;
    private static final int MOST = 9;

    /** {@code {x}} stands for the value. */
    static final String SHORTEST = "CASE {x} + 0e0 WHEN 0 THEN '0' ELSE (SELECT CAST(CASE " + candidates() + " ELSE "
            + digits(MOST + 1)
            + " END AS CHAR) FROM (SELECT d / POW(10, e) AS m, e FROM (SELECT d, FLOOR(LOG10(ABS(d))) AS e"
            + " FROM (SELECT {x} + 0e0 AS d) AS f) AS g) AS h) END";

    private static final String DOUBLE = "CASE {x} WHEN 0 THEN '0' ELSE CAST({x} AS CHAR(30)) END";
    private static final String WIDENED =
            "CASE {x} WHEN 0 THEN '0' ELSE CONCAT(CASE WHEN {x} < 0 THEN '-' ELSE '' END, CAST(ABS({x}) + 0e0 AS CHAR(30))) END";

    private FloatForm() {}

    /** A 64-bit float, which may stand in a 32-bit column. */
    static String of(@Nullable SqlType sql) {
        boolean single = sql != null && sql.type().toLowerCase(Locale.ROOT).startsWith("float");
        return single ? WIDENED : DOUBLE;
    }

    private static String candidates() {
        StringBuilder whens = new StringBuilder();
        for (int digits = FEWEST; digits <= MOST; digits++) {
            whens.append(" WHEN CAST(" + digits(digits) + " AS FLOAT) = {x} THEN " + digits(digits));
        }
        return whens.toString().strip();
    }

    /** The mantissa {@code m} rounded to so many digits, with its exponent {@code e}, as a number. */
    private static String digits(int count) {
        return "CAST(CONCAT(ROUND(m, " + (count - 1) + "), 'e', e) AS DOUBLE)";
    }
}
