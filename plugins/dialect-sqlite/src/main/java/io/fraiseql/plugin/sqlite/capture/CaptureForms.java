package io.fraiseql.plugin.sqlite.capture;

import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.CapturedTable;
import java.util.stream.Collectors;

/**
 * The JSON text of a row's values in a trigger, as the server writes it of the same. Other programs run these triggers too, so that they
 * have SQLite's own functions only. In a form {@code {x}} stands for the value; it is null for null and for what cannot be shown.
 */
final class CaptureForms {

    private static final String FLOAT = """
            CASE WHEN typeof({x}) IN ('integer', 'real') AND {x} BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN
              CASE WHEN CAST(printf('%!.15g', {x} + 0.0) AS REAL) = {x} THEN printf('%!.15g', {x} + 0.0)
                   WHEN CAST(printf('%!.16g', {x} + 0.0) AS REAL) = {x} THEN printf('%!.16g', {x} + 0.0)
                   ELSE printf('%!.17g', {x} + 0.0) END END""";
    private static final String UUID = """
            CASE WHEN typeof({x}) = 'text' AND length({x}) = 36 AND {x} GLOB '________-____-____-____-____________'
              THEN '"' || lower({x}) || '"'
              WHEN typeof({x}) = 'blob' AND length({x}) = 16 THEN '"' || lower(substr(hex({x}), 1, 8) || '-'
                || substr(hex({x}), 9, 4) || '-' || substr(hex({x}), 13, 4) || '-' || substr(hex({x}), 17, 4) || '-'
                || substr(hex({x}), 21)) || '"' END""".replace("_", "[0-9A-Fa-f]");

    private CaptureForms() {}

    /** The value of a new row; one that cannot be shown is refused. */
    static String required(String value, CapturedTable.Column column, String place) {
        String message = literal(place + " holds a value that the API cannot show");
        return "CASE WHEN " + value + " IS NULL THEN 'null' ELSE coalesce(" + form(value, column) + ", RAISE(ABORT, "
                + message + ")) END";
    }

    /** The value of an old row; null for one that cannot be shown. */
    static String lenient(String value, CapturedTable.Column column) {
        return "coalesce(" + form(value, column) + ", 'null')";
    }

    private static String form(String value, CapturedTable.Column column) {
        if (!column.list()) {
            return scalar(column).replace("{x}", value);
        }
        String text = value + " -> fullkey";
        String element =
                switch (column.type()) {
                    case DECIMAL -> DecimalForm.of(null, text);
                    case JSON -> text;
                    default -> scalar(element(column));
                };
        return """
                CASE WHEN json_valid({l}) THEN CASE json_type({l}) WHEN 'array' THEN
                  (SELECT CASE WHEN count(*) = count(f) THEN '[' || coalesce(group_concat(f, ','), '') || ']' END
                    FROM (SELECT CASE type WHEN 'null' THEN 'null' ELSE {e} END AS f
                      FROM json_each(CASE WHEN json_valid({l}) THEN {l} ELSE '[]' END))) END END""".replace("{e}", element.replace("{x}", "value")).replace("{l}", value);
    }

    /** Inside a JSON list values have no storage of their own. */
    private static CapturedTable.Column element(CapturedTable.Column column) {
        ColumnType type =
                switch (column.type()) {
                    case BYTES -> ColumnType.TEXT;
                    case FLOAT32 -> ColumnType.FLOAT;
                    default -> column.type();
                };
        return new CapturedTable.Column(column.field(), column.name(), type, null, false, column.names());
    }

    private static String scalar(CapturedTable.Column column) {
        SqlType sql = column.sql();
        return switch (column.type()) {
            case BOOLEAN ->
                "CASE typeof({x}) WHEN 'integer' THEN CASE {x} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END END";
            case INT ->
                "CASE WHEN typeof({x}) = 'integer' AND {x} BETWEEN -2147483648 AND 2147483647 THEN CAST({x} AS TEXT) END";
            case BIGINT -> "CASE typeof({x}) WHEN 'integer' THEN '\"' || {x} || '\"' END";
            case FLOAT -> FLOAT;
            case FLOAT32 -> throw unsupported(column);
            case DECIMAL -> DecimalForm.of(sql == null ? null : sql.scale(), DecimalForm.rounded(sql));
            case TEXT -> column.names().isEmpty() ? text("json_quote({x})") : name(column);
            case DURATION -> text("CASE WHEN {x} GLOB 'P?*' THEN json_quote({x}) END");
            case UUID -> UUID;
            case JSON -> text("CASE WHEN json_valid({x}) THEN json({x}) END");
            case BYTES -> Base64Form.BLOB;
            case DATE, DATETIME, LOCAL_DATETIME, TIME -> TimeForms.of(column.type(), TimeStorage.of(sql));
        };
    }

    private static String text(String form) {
        return "CASE typeof({x}) WHEN 'text' THEN " + form + " END";
    }

    private static String name(CapturedTable.Column column) {
        return column.names().entrySet().stream()
                .map(name -> " WHEN " + literal(name.getKey()) + " THEN " + literal("\"" + name.getValue() + "\""))
                .collect(Collectors.joining("", "CASE {x} COLLATE BINARY", " END"));
    }

    private static FraiseqlException unsupported(CapturedTable.Column column) {
        return new FraiseqlException(
                DatabaseErrorCode.MISCONFIGURED,
                "triggers on SQLite cannot write the 32-bit Float '" + column.field()
                        + "'; declare its precision as 53, or let the server capture the type");
    }

    /** A text as SQL writes it. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
