package io.fraiseql.plugin.sqlserver.sql;

/** The length of an ISO 8601 duration that is stored as text: a month counts 30 days, a day 24 hours. */
final class DurationSql {

    private static final String UNITS = "YMWDHNS";

    /** Without {@code P} and {@code T}, and with {@code N} for minutes, so that each unit has a letter of its own. */
    private static final String LETTERS =
            "SUBSTRING(s.t, 2, CASE CHARINDEX('T', s.t) WHEN 0 THEN 4000 ELSE CHARINDEX('T', s.t) - 2 END)"
                    + " + CASE CHARINDEX('T', s.t) WHEN 0 THEN '' ELSE REPLACE(SUBSTRING(s.t, CHARINDEX('T', s.t) + 1, 4000), 'M', 'N') END";

    /**
     * Microseconds of the text {@code %}; null for null. There are no regular expressions: the text becomes a JSON array of numbers and
     * units, each number before its unit.
     */
    static final String MICROSECONDS =
            "(SELECT SUM(CASE d.u WHEN N'Y' THEN CAST(d.n AS decimal(30, 6)) * 31104000000000"
                    + " WHEN N'M' THEN CAST(d.n AS decimal(30, 6)) * 2592000000000"
                    + " WHEN N'W' THEN CAST(d.n AS decimal(30, 6)) * 604800000000"
                    + " WHEN N'D' THEN CAST(d.n AS decimal(30, 6)) * 86400000000"
                    + " WHEN N'H' THEN CAST(d.n AS decimal(30, 6)) * 3600000000"
                    + " WHEN N'N' THEN CAST(d.n AS decimal(30, 6)) * 60000000"
                    + " WHEN N'S' THEN CAST(d.n AS decimal(30, 6)) * 1000000 END)"
                    + " FROM (SELECT p.[value] AS n, LEAD(p.[value]) OVER (ORDER BY CAST(p.[key] AS int)) AS u"
                    + " FROM (SELECT % AS t) AS s CROSS APPLY OPENJSON(N'[\"' + " + separated()
                    + " + N'\"]') AS p) AS d)";

    private DurationSql() {}

    private static String separated() {
        String text = LETTERS;
        for (char unit : UNITS.toCharArray()) {
            text = "REPLACE(" + text + ", '" + unit + "', '\",\"" + unit + "\",\"')";
        }
        return text;
    }
}
