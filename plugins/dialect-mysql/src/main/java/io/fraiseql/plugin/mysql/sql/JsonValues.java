package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.plugin.jdbc.value.JsonPath;
import io.fraiseql.spi.sql.SqlExpr.JsonValue;
import io.fraiseql.spi.sql.SqlWriter;

/** Values inside JSON documents. A text that is not of the type that is asked for ends the statement. */
final class JsonValues {

    private static final String WHOLE = "^-?[0-9]{1,19}$";
    private static final String NUMBER = "^-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$";
    private static final String OFFSET = "'(Z|[+-][0-9]{2}:?[0-9]{2})$'";

    boolean write(JsonValue value, SqlWriter out) {
        switch (value.type()) {
            case JSON -> fill("CASE JSON_TYPE(%x) WHEN 'NULL' THEN NULL ELSE %x END", value, out);
            case TEXT -> fill("CASE JSON_TYPE(%x) WHEN 'NULL' THEN NULL ELSE JSON_UNQUOTE(%x) END", value, out);
            case BOOLEAN -> truth(value, out);
            case INT, BIGINT -> checked(WHOLE, "CAST(%t AS SIGNED)", value, out);
            case FLOAT, FLOAT32 -> checked(NUMBER, "CAST(%t AS DOUBLE)", value, out);
            case DECIMAL -> checked(NUMBER, "CAST(%t AS " + Form.DECIMAL + ")", value, out);
            case DATETIME -> instant(value, out);
            case LOCAL_DATETIME -> fill("CAST(%t AS DATETIME(6))", value, out);
            case DATE -> fill("CAST(%t AS DATE)", value, out);
            case TIME -> fill("CAST(%t AS TIME(6))", value, out);
            case UUID, DURATION -> fill("%t", value, out);
            case BYTES -> fill("FROM_BASE64(%t)", value, out);
        }
        return true;
    }

    private static void truth(JsonValue value, SqlWriter out) {
        fill(
                "CASE WHEN %t IS NULL THEN NULL WHEN %t = 'true' THEN 1 WHEN %t = 'false' THEN 0 ELSE "
                        + Refusal.ofStored("%t") + " END",
                value,
                out);
    }

    private static void checked(String form, String conversion, JsonValue value, SqlWriter out) {
        fill(
                "CASE WHEN %t IS NULL THEN NULL WHEN %t REGEXP '" + form + "' THEN " + conversion + " ELSE "
                        + Refusal.ofStored("%t") + " END",
                value,
                out);
    }

    /** The wall-clock time without its offset, less the offset. */
    private static void instant(JsonValue value, SqlWriter out) {
        fill(
                "CAST(REGEXP_REPLACE(%t, " + OFFSET + ", '') AS DATETIME(6)) - INTERVAL"
                        + " COALESCE(NULLIF(REGEXP_SUBSTR(%t, '[+-][0-9]{2}:[0-9]{2}$'), ''), '0:0') HOUR_MINUTE",
                value,
                out);
    }

    /** {@code %x}: the JSON value; {@code %t}: its text, null for a JSON null. */
    private static void fill(String template, JsonValue value, SqlWriter out) {
        int from = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', from)) {
            out.text(template.substring(from, at));
            if (template.charAt(at + 1) == 'x') {
                extract(value, out);
            } else {
                out.text("NULLIF(JSON_UNQUOTE(");
                extract(value, out);
                out.text("), 'null')");
            }
            from = at + 2;
        }
        out.text(template.substring(from));
    }

    private static void extract(JsonValue value, SqlWriter out) {
        if (value.path().isEmpty()) {
            out.node(value.document());
        } else {
            out.text("JSON_EXTRACT(").node(value.document()).text(", " + JsonPath.literal(value.path()) + ")");
        }
    }
}
