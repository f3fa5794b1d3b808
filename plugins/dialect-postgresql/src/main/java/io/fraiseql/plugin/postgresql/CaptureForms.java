package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.CapturedTable;
import java.util.stream.Collectors;

/** The JSON of a row's values in a trigger, whose function has the settings of the server's sessions: what the server writes of the same. */
final class CaptureForms {

    /** The function that refuses a value. */
    static final String MISFIT = "fraiseql_misfit";

    private CaptureForms() {}

    /** The value of a new row; one that cannot be shown is refused. */
    static String required(String value, CapturedTable.Column column, String place) {
        String refused = MISFIT + "(" + literal(place) + ")";
        if (column.list()) {
            return list(value, column, element -> checked(element, column, refused));
        }
        return checked(value, column, refused);
    }

    /** The value of an old row; null for one that cannot be shown. */
    static String lenient(String value, CapturedTable.Column column) {
        return column.list() ? list(value, column, element -> form(element, column)) : form(value, column);
    }

    private static String checked(String value, CapturedTable.Column column, String refused) {
        String form = form(value, column);
        return alwaysFits(column)
                ? form
                : "CASE WHEN " + value + " IS NOT NULL THEN coalesce(" + form + ", " + refused + ") END";
    }

    private static boolean alwaysFits(CapturedTable.Column column) {
        return switch (column.type()) {
            case BOOLEAN, INT, BIGINT, UUID, DURATION, JSON, BYTES -> true;
            case TEXT -> column.names().isEmpty();
            default -> false;
        };
    }

    private interface Element {
        String form(String value);
    }

    private static String list(String value, CapturedTable.Column column, Element element) {
        boolean array = column.sql() != null && column.sql().array();
        String item = array || column.type() == ColumnType.JSON
                ? "e.v"
                : "(e.v #>> '{}')::" + PostgresTypes.name(column.type());
        return "CASE WHEN " + value + " IS NOT NULL THEN (SELECT coalesce(jsonb_agg(" + element.form(item)
                + " ORDER BY e.o), '[]') FROM "
                + (array ? "unnest(" + value : "jsonb_array_elements(" + value + "::jsonb")
                + ") WITH ORDINALITY AS e (v, o)) END";
    }

    private static String form(String value, CapturedTable.Column column) {
        return switch (column.type()) {
            case BOOLEAN, INT -> "to_jsonb(" + value + ")";
            case BIGINT, UUID, DURATION -> text(value);
            case TEXT -> column.names().isEmpty() ? text(value) : name(value, column);
            case FLOAT32 -> finite(value + "::real");
            case FLOAT -> finite(value + "::double precision");
            case DECIMAL ->
                "CASE WHEN " + value + "::text <> ALL ('{NaN,Infinity,-Infinity}') THEN " + text(value) + " END";
            case JSON -> value + "::jsonb";
            case BYTES -> "to_jsonb(translate(encode(" + value + ", 'base64'), E'\\n', ''))";
            case DATE -> inYears(value, "DATE", "to_char(" + value + ", 'YYYY-MM-DD')");
            case LOCAL_DATETIME -> inYears(value, "TIMESTAMP", moment(value));
            case DATETIME -> inYears(value, "TIMESTAMPTZ", moment("(" + value + " AT TIME ZONE 'UTC')") + " || 'Z'");
            case TIME ->
                "CASE WHEN " + value + " < '24:00' THEN to_jsonb(to_char(" + value + "::interval, 'HH24:MI:SS')"
                        + fraction(value + "::interval") + ") END";
        };
    }

    private static String text(String value) {
        return "to_jsonb(" + value + "::text)";
    }

    private static String finite(String number) {
        return "CASE WHEN " + number + " > '-Infinity' AND " + number + " < 'Infinity' THEN to_jsonb(" + number
                + ") END";
    }

    private static String name(String value, CapturedTable.Column column) {
        return column.names().entrySet().stream()
                .map(name -> " WHEN " + literal(name.getKey()) + " THEN " + literal(name.getValue()))
                .collect(Collectors.joining("", "to_jsonb(CASE " + value + "::text", " END)"));
    }

    private static String inYears(String value, String type, String text) {
        String last = type.equals("DATE") ? "9999-12-31" : "9999-12-31 23:59:59.999999";
        String zone = type.equals("TIMESTAMPTZ") ? "+00" : "";
        String first = type.equals("DATE") ? "0001-01-01" : "0001-01-01 00:00:00" + zone;
        return "CASE WHEN " + value + " BETWEEN '" + first + "'::" + type + " AND '" + last + zone + "'::" + type
                + " THEN to_jsonb(" + text + ") END";
    }

    private static String moment(String value) {
        return "to_char(" + value + ", 'YYYY-MM-DD\"T\"HH24:MI:SS')" + fraction(value);
    }

    private static String fraction(String value) {
        return " || CASE to_char(" + value + ", 'US') WHEN '000000' THEN '' ELSE to_char(" + value + ", '.US') END";
    }

    /** A text as SQL writes it. */
    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
        return text.contains("\\") ? "E" + quoted : quoted;
    }
}
