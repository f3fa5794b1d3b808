package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr.JsonTest;
import io.fraiseql.spi.sql.SqlWriter;

/** Tests on JSON values and arrays. A null value gives null, so that a negation leaves it out too. */
final class JsonTestSql {

    private JsonTestSql() {}

    static boolean test(JsonTest node, SqlWriter out) {
        switch (node.operator()) {
            case CONTAINS -> binary(node, " @> ", out);
            case CONTAINED_BY -> binary(node, " <@ ", out);
            case OVERLAPS -> overlaps(node, out);
            case HAS_KEY -> hasKey(node, out);
            case LENGTH_EQUAL -> length(node, " = ", out);
            case LENGTH_GREATER -> length(node, " > ", out);
            case LENGTH_LESS -> length(node, " < ", out);
        }
        return true;
    }

    private static void binary(JsonTest node, String operator, SqlWriter out) {
        if (node.array()) {
            array(node, operator, out);
        } else {
            ValueSql.cast(node.value(), "jsonb", out)
                    .text(operator)
                    .bind(node.argument())
                    .text("::jsonb");
        }
    }

    /** Case-insensitive text in arrays is compared as plain text. */
    private static void array(JsonTest node, String operator, SqlWriter out) {
        SqlType sql = PostgresTypes.declared(node.value());
        if (sql != null && PostgresTypes.citext(sql)) {
            ValueSql.cast(node.value(), "text[]", out).text(operator);
            out.bind(node.argument()).text("::text[]");
        } else {
            ValueSql.operand(node.value(), out).text(operator);
            String element = sql != null
                    ? sql.type()
                    : PostgresTypes.name(node.argument().type());
            out.bind(node.argument()).text("::").text(element).text("[]");
        }
    }

    /**
     * Two objects overlap when they share a key with an equal value; otherwise when they share an element, where a value that is no
     * array counts as its only element.
     */
    private static void overlaps(JsonTest node, SqlWriter out) {
        if (node.array()) {
            array(node, " && ", out);
            return;
        }
        out.text("(SELECT CASE WHEN jsonb_typeof(o.a) = 'object' AND jsonb_typeof(o.b) = 'object'");
        out.text(" THEN EXISTS (SELECT * FROM jsonb_each(o.a) INTERSECT SELECT * FROM jsonb_each(o.b))");
        out.text(" WHEN o.a IS NOT NULL THEN EXISTS (SELECT jsonb_array_elements(" + elements("o.a") + ")");
        out.text(" INTERSECT SELECT jsonb_array_elements(" + elements("o.b") + ")) END FROM (SELECT ");
        ValueSql.cast(node.value(), "jsonb", out).text(" AS a, ");
        out.bind(node.argument()).text("::jsonb AS b) AS o)");
    }

    private static String elements(String value) {
        return "CASE jsonb_typeof(" + value + ") WHEN 'array' THEN " + value + " ELSE jsonb_build_array(" + value
                + ") END";
    }

    /** {@code ??} is how JDBC writes PostgreSQL's operator {@code ?}, which also finds elements and so is not enough. */
    private static void hasKey(JsonTest node, SqlWriter out) {
        ValueSql.cast(node.value(), "jsonb", out.text("(")).text(" ?? ");
        ValueSql.textBind(node.argument(), out).text(" AND jsonb_typeof(");
        ValueSql.cast(node.value(), "jsonb", out).text(") = 'object')");
    }

    private static void length(JsonTest node, String operator, SqlWriter out) {
        if (node.array()) {
            out.text("cardinality(").node(node.value()).text(")");
        } else {
            out.text("CASE WHEN jsonb_typeof(");
            ValueSql.cast(node.value(), "jsonb", out).text(") = 'array' THEN jsonb_array_length(");
            ValueSql.cast(node.value(), "jsonb", out).text(") END");
        }
        out.text(operator).node(node.argument());
    }
}
