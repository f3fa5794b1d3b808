package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.plugin.jdbc.value.JsonPath;
import io.fraiseql.spi.sql.SqlExpr.JsonValue;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Values inside JSON documents. A scalar comes out of a table function as text, null for a JSON null, and the document is named only
 * once: where it is computed by a view, each naming computes it. A text that is not of the type that is asked for ends the statement.
 */
final class JsonValues {

    private static final String WHOLE = "^-?[0-9]{1,19}$";
    private static final String NUMBER = "^-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$";
    private static final String REFUSED = Refusal.ofStored("v") + " END";

    private final Server server;
    private final ExactText exact;

    JsonValues(Server server, ExactText exact) {
        this.server = server;
        this.exact = exact;
    }

    boolean write(JsonValue value, SqlWriter out) {
        switch (value.type()) {
            case JSON -> json(value, out);
            case TEXT, UUID, DURATION -> scalar("v", value, out);
            case BOOLEAN ->
                scalar(
                        "CASE WHEN v IS NULL THEN NULL WHEN v = 'true' THEN 1 WHEN v = 'false' THEN 0 ELSE " + REFUSED,
                        value,
                        out);
            case INT, BIGINT -> checked(WHOLE, "SIGNED", value, out);
            case FLOAT, FLOAT32 -> checked(NUMBER, "DOUBLE", value, out);
            case DECIMAL -> checked(NUMBER, Form.DECIMAL, value, out);
            case DATETIME -> instant(value, out);
            case LOCAL_DATETIME -> scalar("CAST(v AS DATETIME(6))", value, out);
            case DATE -> scalar("CAST(v AS DATE)", value, out);
            case TIME -> scalar("CAST(v AS TIME(6))", value, out);
            case BYTES -> scalar("FROM_BASE64(v)", value, out);
        }
        return true;
    }

    /** On MariaDB JSON is text: out of texts of several collations it has none of its own, which a union does not take. */
    private void json(JsonValue value, SqlWriter out) {
        boolean text = server == Server.MARIADB;
        extract(value, out.text(text ? "CONVERT(CASE JSON_TYPE(" : "CASE JSON_TYPE("));
        extract(value, out.text(") WHEN 'NULL' THEN NULL ELSE "));
        out.text(text ? " END USING utf8mb4)" + exact.collate() : " END");
    }

    private static void checked(String form, String type, JsonValue value, SqlWriter out) {
        scalar(
                "CASE WHEN v IS NULL THEN NULL WHEN v REGEXP '" + form + "' THEN CAST(v AS " + type + ") ELSE "
                        + REFUSED,
                value,
                out);
    }

    /** The wall-clock time without its offset, less the offset. */
    private static void instant(JsonValue value, SqlWriter out) {
        scalar(
                "CAST(REGEXP_REPLACE(v, '(Z|[+-][0-9]{2}:?[0-9]{2})$', '') AS DATETIME(6)) - INTERVAL"
                        + " COALESCE(NULLIF(REGEXP_SUBSTR(v, '[+-][0-9]{2}:[0-9]{2}$'), ''), '0:0') HOUR_MINUTE",
                value, out);
    }

    /** An expression on the text {@code v}. */
    private static void scalar(String expression, JsonValue value, SqlWriter out) {
        out.text("(SELECT " + expression + " FROM JSON_TABLE(")
                .node(value.document())
                .text(", '$' COLUMNS (v LONGTEXT PATH " + JsonPath.literal(value.path()) + " ERROR ON ERROR)) AS j)");
    }

    private static void extract(JsonValue value, SqlWriter out) {
        if (value.path().isEmpty()) {
            out.node(value.document());
        } else {
            out.text("JSON_EXTRACT(").node(value.document()).text(", " + JsonPath.literal(value.path()) + ")");
        }
    }
}
