package io.fraiseql.plugin.mysql.capture;

import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.plugin.mysql.sql.UuidStorage;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.CapturedTable;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * The JSON text of a row's values in a trigger, as the server writes it of the same. In a form {@code {x}} stands for the value; it is null
 * for null and for what cannot be shown. Numbers are added to zero, so that neither {@code ZEROFILL} nor the bytes of {@code BIT} show.
 */
final class CaptureForms {

    private static final String UTF8 = "CONVERT({x} USING utf8mb4)";
    static final String QUOTED = "JSON_QUOTE(" + UTF8 + ")";
    private static final String UUID_PATTERN = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";

    private final Server server;

    CaptureForms(Server server) {
        this.server = server;
    }

    /** The value of a new row; one that cannot be shown is refused. */
    String required(String value, CapturedTable.Column column, String place) {
        return shown(value, column, refusal(literal(place + " holds a value that the API cannot show")));
    }

    /** The value of an old row; null for one that cannot be shown. */
    String lenient(String value, CapturedTable.Column column) {
        return shown(value, column, "'null'");
    }

    /** An expression that ends the statement with a message: where rows are written, a text that is no number is an error. */
    static String refusal(String message) {
        return "CAST(" + message + " AS SIGNED)";
    }

    /** A zero date counts as null for {@code IS NULL}, unlike its text. */
    private String shown(String value, CapturedTable.Column column, String otherwise) {
        String known =
                switch (column.type()) {
                    case DATE, DATETIME, LOCAL_DATETIME -> "CAST(" + value + " AS CHAR)";
                    default -> value;
                };
        return "CASE WHEN " + known + " IS NULL THEN 'null' ELSE COALESCE("
                + (column.list() ? new ListForm(server, this).of(column) : scalar(column)).replace("{x}", value) + ", "
                + otherwise + ") END";
    }

    private String scalar(CapturedTable.Column column) {
        return switch (column.type()) {
            case BOOLEAN -> "CASE {x} + 0 WHEN 0 THEN 'false' WHEN 1 THEN 'true' END";
            case INT -> "CASE WHEN {x} + 0 BETWEEN -2147483648 AND 2147483647 THEN CAST({x} + 0 AS CHAR) END";
            case BIGINT -> "CASE WHEN {x} + 0 <= 9223372036854775807 THEN CONCAT('\"', {x} + 0, '\"') END";
            case DECIMAL -> "CONCAT('\"', {x} + 0, '\"')";
            case FLOAT -> FloatForm.of(column.sql());
            case FLOAT32 -> FloatForm.SHORTEST;
            case TEXT -> column.names().isEmpty() ? QUOTED : name(column);
            case DURATION -> "CASE WHEN {x} LIKE 'P_%' THEN " + QUOTED + " END";
            case UUID -> uuid(column.sql());
            case JSON -> "CASE WHEN JSON_VALID({x}) THEN " + UTF8 + " END";
            case BYTES -> "CONCAT('\"', REPLACE(TO_BASE64({x}), CHAR(10), ''), '\"')";
            case DATE, DATETIME, LOCAL_DATETIME, TIME -> TimeForms.of(column);
        };
    }

    static String uuid(@Nullable SqlType sql) {
        return switch (UuidStorage.of(sql)) {
            case NATIVE -> "CONCAT('\"', CAST({x} AS CHAR(36)), '\"')";
            case BINARY ->
                "CASE LENGTH({x}) WHEN 16 THEN CONCAT('\"', LOWER(CONCAT_WS('-', HEX(SUBSTR({x}, 1, 4)), HEX(SUBSTR({x}, 5, 2)),"
                        + " HEX(SUBSTR({x}, 7, 2)), HEX(SUBSTR({x}, 9, 2)), HEX(SUBSTR({x}, 11)))), '\"') END";
            case TEXT ->
                "CASE WHEN " + UTF8 + " REGEXP '" + UUID_PATTERN + "' THEN CONCAT('\"', LOWER(" + UTF8 + "), '\"') END";
        };
    }

    /** The name of an enum's value. */
    String name(CapturedTable.Column column) {
        return column.names().entrySet().stream()
                .map(name -> " WHEN " + literal(name.getKey()) + " THEN " + literal("\"" + name.getValue() + "\""))
                .collect(Collectors.joining("", "CASE " + UTF8 + " COLLATE " + server.exactCollation(), " END"));
    }

    /** A text as SQL writes it in every mode and character set. */
    static String literal(String text) {
        if (text.chars().allMatch(c -> c < 128 && c != '\\')) {
            return "'" + text.replace("'", "''") + "'";
        }
        return "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }
}
