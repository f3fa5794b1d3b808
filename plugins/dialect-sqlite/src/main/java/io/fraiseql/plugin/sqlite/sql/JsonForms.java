package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.plugin.jdbc.value.JsonPath;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.JsonTest;
import io.fraiseql.spi.sql.SqlExpr.JsonValue;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Locale;

/** Values inside JSON documents, and tests on them. */
final class JsonForms {

    private JsonForms() {}

    static boolean write(JsonValue value, SqlWriter out) {
        switch (value.type()) {
            case JSON -> extract(value, "nullif(%j, 'null')", out);
            case TEXT ->
                extract(value, "CASE json_type(%d) WHEN 'text' THEN %s WHEN 'null' THEN NULL ELSE %j END", out);
            case BOOLEAN ->
                extract(value, "CASE json_type(%d) WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE %f END", out);
            case INT, BIGINT -> extract(value, "CASE json_type(%d) WHEN 'integer' THEN %s ELSE %f END", out);
            case FLOAT, FLOAT32 ->
                extract(value, "CAST(CASE json_type(%d) WHEN 'real' THEN %s ELSE %f END AS REAL)", out);
            case DECIMAL -> extract(value, "%f", out);
            case BYTES -> extract(value, "unhex(%f)", out);
            case UUID, DATETIME, LOCAL_DATETIME, DATE, TIME, DURATION -> extract(value, "%s", out);
        }
        return true;
    }

    static boolean write(JsonTest test, SqlWriter out) {
        switch (test.operator()) {
            case CONTAINS -> call("contains", test, test.value(), test.argument(), out);
            case CONTAINED_BY -> call("contains", test, test.argument(), test.value(), out);
            case OVERLAPS -> call("overlaps", test, test.value(), test.argument(), out);
            case HAS_KEY ->
                out.text("fraiseql_json_has_key(")
                        .node(text(test.value()))
                        .text(", ")
                        .bind(test.argument())
                        .text(")");
            case LENGTH_EQUAL -> length(test, " = ", out);
            case LENGTH_GREATER -> length(test, " > ", out);
            case LENGTH_LESS -> length(test, " < ", out);
        }
        return true;
    }

    /** A document as JSON text: a binary one is converted. */
    static SqlExpr text(SqlExpr document) {
        return isBinary(document) ? new SqlExpr.Read(document, ColumnType.JSON, null) : document;
    }

    private static boolean isBinary(SqlExpr document) {
        return document.kind() == SqlNode.Kind.COLUMN
                && ((SqlExpr.Column) document).sql() != null
                && ((SqlExpr.Column) document)
                        .sql()
                        .type()
                        .toUpperCase(Locale.ROOT)
                        .contains("JSONB");
    }

    /** {@code %d}: document and path; {@code %s}: the SQL value; {@code %j}: the JSON text; {@code %f}: by our own reading. */
    private static void extract(JsonValue value, String template, SqlWriter out) {
        String path = JsonPath.literal(value.path());
        int from = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', from)) {
            out.text(template.substring(from, at));
            switch (template.charAt(at + 1)) {
                case 'd' -> out.node(value.document()).text(", " + path);
                case 's' -> out.node(value.document()).text(" ->> " + path);
                case 'j' -> out.node(value.document()).text(" -> " + path);
                default ->
                    out.text("fraiseql_json_scalar(")
                            .node(value.document())
                            .text(" -> " + path + ", '" + value.type() + "')");
            }
            from = at + 2;
        }
        out.text(template.substring(from));
    }

    private static void call(String function, JsonTest test, SqlExpr left, SqlExpr right, SqlWriter out) {
        out.text(test.array() ? "fraiseql_array_" : "fraiseql_json_")
                .text(function + "(")
                .node(text(left))
                .text(", ")
                .node(text(right));
        out.text(test.array() ? ", '" + test.argument().type() + "')" : ")");
    }

    private static void length(JsonTest test, String symbol, SqlWriter out) {
        out.text("CASE json_type(")
                .node(test.value())
                .text(") WHEN 'array' THEN json_array_length(")
                .node(test.value())
                .text(") END" + symbol)
                .bind(test.argument());
    }
}
