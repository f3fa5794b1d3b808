package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.JsonTest;
import io.fraiseql.spi.sql.SqlWriter;

/** Tests on JSON values; arrays are JSON here, and a bound list is JSON text. A null value gives null. */
final class JsonTests {

    boolean write(JsonTest test, SqlWriter out) {
        switch (test.operator()) {
            case CONTAINS -> call("JSON_CONTAINS", test.value(), test.argument(), out);
            case CONTAINED_BY -> call("JSON_CONTAINS", test.argument(), test.value(), out);
            case OVERLAPS -> call("JSON_OVERLAPS", test.value(), test.argument(), out);
            case HAS_KEY ->
                out.text("JSON_CONTAINS_PATH(")
                        .node(test.value())
                        .text(", 'one', CONCAT('$.', JSON_QUOTE(")
                        .bind(test.argument())
                        .text("))) = 1");
            case LENGTH_EQUAL -> length(test, " = ", out);
            case LENGTH_GREATER -> length(test, " > ", out);
            case LENGTH_LESS -> length(test, " < ", out);
        }
        return true;
    }

    private static void call(String function, SqlExpr left, SqlExpr right, SqlWriter out) {
        out.text(function + "(").node(left).text(", ").node(right).text(") = 1");
    }

    private static void length(JsonTest test, String symbol, SqlWriter out) {
        out.text("CASE JSON_TYPE(")
                .node(test.value())
                .text(") WHEN 'ARRAY' THEN JSON_LENGTH(")
                .node(test.value())
                .text(") END" + symbol)
                .bind(test.argument());
    }
}
