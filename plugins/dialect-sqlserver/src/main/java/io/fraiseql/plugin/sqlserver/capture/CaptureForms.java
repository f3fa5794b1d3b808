package io.fraiseql.plugin.sqlserver.capture;

import io.fraiseql.plugin.sqlserver.sql.ExactText;
import io.fraiseql.plugin.sqlserver.sql.UuidForms;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.CapturedTable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON text of a row's values in a trigger, as the server writes it of the same. In a form {@code {x}} stands for the value; it is null
 * for null and for what cannot be shown.
 */
final class CaptureForms {

    /** A text under one collation and of any length, whatever its column's are. */
    static final String TEXT = "CAST({x} AS nvarchar(max))" + ExactText.COLLATE;

    /** The server escapes slashes too, which the API does not. */
    static final String QUOTED =
            "N'\"' + REPLACE(STRING_ESCAPE(" + TEXT + ", 'json')" + ExactText.COLLATE + ", N'\\/', N'/') + N'\"'";

    /** One value: only a list of one does not fall apart in an array. */
    private static final String JSON =
            "CASE WHEN ISJSON(N'[' + {t} + N']') = 1 AND (SELECT COUNT(*) FROM OPENJSON(CASE WHEN"
                    + " ISJSON(N'[' + {t} + N']') = 1 THEN N'[' + {t} + N']' END) AS [j]) = 1 THEN {t} END";

    /** {@code {"v":"…"}} without what is around the text. */
    private static final String BYTES =
            "CASE WHEN {x} IS NOT NULL THEN REPLACE(REPLACE(STUFF((SELECT CAST({x} AS varbinary(max)) AS [v]"
                    + " FOR JSON PATH, WITHOUT_ARRAY_WRAPPER), 1, 5, N''), N'}', N''), N'\\/', N'/') END";

    private static final String HEX = "[0-9A-Fa-f]";
    private static final String UUID_PATTERN = "________-____-____-____-____________".replace("_", HEX);

    /** The declared types that hold nothing but values of a type. */
    private static final Map<ColumnType, Set<String>> SURE = Map.of(
            ColumnType.BOOLEAN, Set.of("bit"),
            ColumnType.INT, Set.of("int", "smallint", "tinyint"),
            ColumnType.BIGINT, Set.of("bigint", "int", "smallint", "tinyint"),
            ColumnType.UUID, Set.of("uniqueidentifier"),
            ColumnType.DATE, Set.of("date"),
            ColumnType.TIME, Set.of("time"),
            ColumnType.LOCAL_DATETIME, Set.of("datetime2", "datetime", "smalldatetime"),
            ColumnType.DATETIME, Set.of("datetimeoffset", "datetime2", "datetime", "smalldatetime"));

    private CaptureForms() {}

    /** The JSON of a value; the text {@code null} for null and for what cannot be shown. */
    static String shown(String value, CapturedTable.Column column) {
        return "ISNULL(CAST(" + of(value, column) + " AS nvarchar(max)), N'null')" + ExactText.COLLATE;
    }

    /** The JSON of a value; null for null and for what cannot be shown. */
    static String of(String value, CapturedTable.Column column) {
        return (column.list() ? ListForm.of(column) : scalar(column)).replace("{x}", value);
    }

    /** Whether a column holds nothing that cannot be shown. */
    static boolean alwaysFits(CapturedTable.Column column) {
        if (column.list()) {
            return false;
        }
        return switch (column.type()) {
            case DECIMAL, FLOAT, FLOAT32, BYTES -> true;
            case TEXT -> column.names().isEmpty();
            case JSON, DURATION -> false;
            default -> {
                SqlType sql = column.sql();
                yield sql != null && SURE.getOrDefault(column.type(), Set.of()).contains(sql.type());
            }
        };
    }

    private static String scalar(CapturedTable.Column column) {
        return switch (column.type()) {
            case BOOLEAN -> "CASE {x} WHEN 0 THEN N'false' WHEN 1 THEN N'true' END";
            case INT -> integer("{x} BETWEEN -2147483648 AND 2147483647", "");
            case BIGINT -> integer("{x} BETWEEN -9223372036854775808 AND 9223372036854775807", " + N'\"'");
            case DECIMAL -> "N'\"' + CAST(" + decimal(column.sql()) + " AS nvarchar(41)) + N'\"'";
            case FLOAT -> FloatForm.DOUBLE;
            case FLOAT32 -> FloatForm.SINGLE;
            case TEXT -> column.names().isEmpty() ? QUOTED : name(TEXT, column);
            case DURATION -> "CASE WHEN " + TEXT + " LIKE N'P_%' THEN " + QUOTED + " END";
            case UUID -> uuid(column.sql());
            case JSON -> JSON.replace("{t}", TEXT);
            case BYTES -> BYTES;
            case DATE, DATETIME, LOCAL_DATETIME, TIME -> TimeForms.of(column);
        };
    }

    private static String integer(String range, String quote) {
        String number = "CAST(CAST({x} AS bigint) AS nvarchar(20))";
        return "CASE WHEN " + range + " THEN " + (quote.isEmpty() ? number : "N'\"' + " + number + quote) + " END";
    }

    private static String decimal(@Nullable SqlType sql) {
        return sql != null && sql.type().endsWith("money") ? "CAST({x} AS decimal(19, 4))" : "{x}";
    }

    private static String uuid(@Nullable SqlType sql) {
        return switch (UuidForms.storage(sql)) {
            case "binary" ->
                "CASE DATALENGTH({x}) WHEN 16 THEN N'\"' + STUFF(STUFF(STUFF(STUFF(LOWER(CONVERT(nvarchar(32), {x}, 2)), 21, 0, N'-'),"
                        + " 17, 0, N'-'), 13, 0, N'-'), 9, 0, N'-') + N'\"' END";
            case "text" -> uuidText(TEXT);
            default -> "N'\"' + LOWER(CAST({x} AS nvarchar(36))) + N'\"'";
        };
    }

    /** The JSON of a text that is a UUID. */
    static String uuidText(String text) {
        return "CASE WHEN " + text + " LIKE N'" + UUID_PATTERN + "' THEN N'\"' + LOWER(" + text + ") + N'\"' END";
    }

    /** The name of an enum's value. */
    static String name(String text, CapturedTable.Column column) {
        return column.names().entrySet().stream()
                .map(name -> " WHEN " + literal(name.getKey()) + " THEN " + literal("\"" + name.getValue() + "\""))
                .collect(Collectors.joining("", "CASE " + text, " END"));
    }

    /** A text as SQL writes it. */
    static String literal(String text) {
        return "N" + quoted(text);
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
