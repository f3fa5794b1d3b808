package io.fraiseql.plugin.sqlite.capture;

import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.spi.database.ColumnType;

/** Dates and times from each form in which a column may store them. {@code {x}} stands for the value. */
final class TimeForms {

    private static final String ISO_DATE =
            "CASE WHEN typeof({x}) = 'text' AND date({x}) IS {x} AND {x} >= '0001' THEN '\"' || {x} || '\"' END";

    /** The date, the time of day, the digits after its point and the offset of a text. SQLite's own functions know milliseconds only. */
    private static final String ISO_PARTS = """
            FROM (SELECT d, CASE length(c) WHEN 0 THEN '00:00:00' WHEN 5 THEN c || ':00' ELSE substr(c, 1, 8) END AS t, substr(c, 10) AS f,
                CASE WHEN o IN ('', 'Z', 'z') THEN '' WHEN length(o) = 3 THEN o || ':00'
                  WHEN length(o) = 5 THEN substr(o, 1, 3) || ':' || substr(o, 4) ELSE o END AS z, o, c
              FROM (SELECT d, ltrim(r, '0123456789:.') AS o, substr(r, 1, length(r) - length(ltrim(r, '0123456789:.'))) AS c
                FROM (SELECT {date} AS d, {rest} AS r)))
            WHERE time(t) IS t AND length(f) < 10 AND f NOT GLOB '*[^0-9]*'
              AND (length(c) IN (0, 5, 8) OR substr(c, 9, 1) = '.' AND f <> '')""";

    private static final String FRACTION =
            "CASE substr(f || '000000', 1, 6) WHEN '000000' THEN '' ELSE '.' || substr(f || '000000', 1, 6) END";
    private static final String ISO_MOMENT = "CASE WHEN typeof({x}) = 'text' AND (length({x}) = 10"
            + " OR substr({x}, 11, 1) IN ('T', ' ')) THEN (SELECT '\"' || m || u || '{z}\"' FROM (SELECT"
            + " strftime('%Y-%m-%dT%H:%M:%S', d || ' ' || t || z) AS m, " + FRACTION + " AS u "
            + ISO_PARTS.replace("{date}", "substr({x}, 1, 10)").replace("{rest}", "substr({x}, 12)")
            + " AND date(d) IS d AND d >= '0001'{local}) WHERE m >= '0001') END";
    private static final String ISO_TIME = "CASE typeof({x}) WHEN 'text' THEN (SELECT '\"' || t || " + FRACTION
            + " || '\"' " + ISO_PARTS.replace("{date}", "''").replace("{rest}", "{x}") + " AND o = '' AND c <> '') END";

    /** Out of {@code m}, microseconds. */
    private static final String COUNTED = """
            (SELECT '"' || strftime('{pattern}', (m - u) / 1000000, 'unixepoch') || CASE u WHEN 0 THEN '' ELSE printf('.%06d', u) END || '{z}"'
              FROM (SELECT m, (m % 1000000 + 1000000) % 1000000 AS u FROM (SELECT {micros} AS m))
              WHERE typeof(m) = 'integer' AND m BETWEEN {first} AND {last}{whole})""";

    private static final String FIRST = "-62135596800000000";
    private static final String LAST = "253402300799999999";

    private TimeForms() {}

    static String of(ColumnType type, TimeStorage storage) {
        return storage == TimeStorage.ISO ? iso(type) : counted(type, micros(storage));
    }

    private static String iso(ColumnType type) {
        return switch (type) {
            case DATE -> ISO_DATE;
            case TIME -> ISO_TIME;
            case DATETIME -> ISO_MOMENT.replace("{z}", "Z").replace("{local}", "");
            default -> ISO_MOMENT.replace("{z}", "").replace("{local}", " AND o = ''");
        };
    }

    private static String counted(ColumnType type, String micros) {
        String form = COUNTED.replace("{micros}", micros);
        return switch (type) {
            case DATE -> ranged(form, "%Y-%m-%d", FIRST, LAST, "", " AND m % 86400000000 = 0");
            case TIME -> ranged(form, "%H:%M:%S", "0", "86399999999", "", "");
            case DATETIME -> ranged(form, "%Y-%m-%dT%H:%M:%S", FIRST, LAST, "Z", "");
            default -> ranged(form, "%Y-%m-%dT%H:%M:%S", FIRST, LAST, "", "");
        };
    }

    private static String ranged(String form, String pattern, String first, String last, String zone, String whole) {
        return form.replace("{pattern}", pattern)
                .replace("{first}", first)
                .replace("{last}", last)
                .replace("{z}", zone)
                .replace("{whole}", whole);
    }

    private static String micros(TimeStorage storage) {
        return switch (storage) {
            case EPOCH_SECONDS -> counts("{x} * 1000000");
            case EPOCH_MILLIS -> counts("{x} * 1000");
            case JULIAN ->
                "CASE WHEN typeof({x}) IN ('integer', 'real') THEN CAST({x} * 86400000.0 + 0.5 AS INTEGER) * 1000"
                        + " - 210866760000000000 END";
            case ISO -> throw new IllegalArgumentException("a text counts nothing");
        };
    }

    private static String counts(String micros) {
        return "CASE typeof({x}) WHEN 'integer' THEN " + micros + " WHEN 'real' THEN CAST(round(" + micros
                + ".0) AS INTEGER) END";
    }
}
