package io.fraiseql.plugin.mysql.sql;

/** The length of an ISO 8601 duration that is stored as text: a month counts 30 days, a day 24 hours. */
final class DurationSql {

    private static final String DAYS = "SUBSTRING_INDEX(%, 'T', 1)";
    private static final String TIMES = "SUBSTRING(%, LOCATE('T', %))";

    /** Microseconds of the text {@code %}; null for null. */
    static final String MICROSECONDS = "CASE WHEN % IS NOT NULL THEN (("
            + part(DAYS, 'Y') + " * 12 + " + part(DAYS, 'M') + ") * 30 + "
            + part(DAYS, 'W') + " * 7 + " + part(DAYS, 'D') + ") * 86400000000 + "
            + part(TIMES, 'H') + " * 3600000000 + " + part(TIMES, 'M') + " * 60000000 + "
            + part(TIMES, 'S') + " * 1000000 END";

    private DurationSql() {}

    /**
     * {@code LOCATE} gives 0 where there is no time, and a substring from 0 is empty. MySQL 9 takes what {@code REGEXP_SUBSTR} gives for a
     * whole number when it becomes a decimal, and a text made by {@code CONCAT} for what it is.
     */
    private static String part(String text, char unit) {
        return "COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(" + text + ", '[+-]?[0-9.]+(?=" + unit
                + ")'), ''), '') AS DECIMAL(30, 6)), 0)";
    }
}
