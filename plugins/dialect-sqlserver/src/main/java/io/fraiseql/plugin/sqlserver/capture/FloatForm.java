package io.fraiseql.plugin.sqlserver.capture;

/**
 * Floats in exponent form with as few digits as the server's conversions offer: 16 of a 64-bit number where they read back as the same, else
 * all 17; of a 32-bit number 6 to 9. {@code {x}} stands for the value.
 */
final class FloatForm {

    private static final int FEWEST = 6;
    private static final int MOST = 9;

    /** The 16th digit may round the largest number up to one that there is none of. */
    static final String DOUBLE =
            "CASE {x} WHEN 0 THEN N'0' ELSE CASE WHEN TRY_CAST(CONVERT(nvarchar(30), CAST({x} AS float), 2) AS float)"
                    + " = {x} THEN CONVERT(nvarchar(30), CAST({x} AS float), 2) ELSE CONVERT(nvarchar(30), CAST({x} AS float), 3) END END";

    /** Out of the mantissa {@code m} and the exponent {@code e}. */
    static final String SINGLE = "CASE {x} WHEN 0 THEN N'0' ELSE (SELECT CASE" + candidates() + " ELSE " + digits(MOST)
            + " END FROM (SELECT CAST(LEFT([f].[v], CHARINDEX(N'e', [f].[v]) - 1) AS decimal(17, 15)) AS [m],"
            + " SUBSTRING([f].[v], CHARINDEX(N'e', [f].[v]), 9) AS [e]"
            + " FROM (SELECT CONVERT(nvarchar(30), CAST({x} AS float), 2) AS [v]) AS [f]) AS [g]) END";

    private FloatForm() {}

    private static String candidates() {
        StringBuilder whens = new StringBuilder();
        for (int count = FEWEST; count < MOST; count++) {
            whens.append(
                    " WHEN TRY_CAST(TRY_CAST(" + digits(count) + " AS float) AS real) = {x} THEN " + digits(count));
        }
        return whens.toString();
    }

    private static String digits(int count) {
        return "CAST(ROUND([g].[m], " + (count - 1) + ") AS nvarchar(20)) + [g].[e]";
    }
}
