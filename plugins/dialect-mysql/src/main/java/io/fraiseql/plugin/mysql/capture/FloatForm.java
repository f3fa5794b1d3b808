package io.fraiseql.plugin.mysql.capture;

/** 32-bit floats with as few digits as name them. The servers write six, or those of the 64-bit number of the same value. */
final class FloatForm {

    private static final int FEWEST = 6;
    private static final int MOST = 9;

    /** {@code {x}} stands for the value. */
    static final String SHORTEST = "CASE {x} + 0e0 WHEN 0 THEN '0' ELSE (SELECT CAST(CASE " + candidates() + " ELSE "
            + digits(MOST + 1)
            + " END AS CHAR) FROM (SELECT d / POW(10, e) AS m, e FROM (SELECT d, FLOOR(LOG10(ABS(d))) AS e"
            + " FROM (SELECT {x} + 0e0 AS d) AS f) AS g) AS h) END";

    private FloatForm() {}

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
