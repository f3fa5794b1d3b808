package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.JsonValue;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Values out of JSON documents, which may be {@code json} or {@code jsonb}. */
final class JsonSql {

    private JsonSql() {}

    /** A scalar by a chain of {@code ->} and a last {@code ->>}, cast to its type; both yield null where nothing is. */
    static boolean value(JsonValue node, SqlWriter out) {
        if (node.type() == ColumnType.JSON) {
            document(node, out);
        } else if (node.type() == ColumnType.BYTES) {
            scalar(node, out.text("decode(")).text(", 'base64')");
        } else if (node.type() == ColumnType.TEXT) {
            scalar(node, out.text("(")).text(")");
        } else {
            scalar(node, out.text("(")).text(")::").text(PostgresTypes.name(node.type()));
        }
        return true;
    }

    private static SqlWriter scalar(JsonValue node, SqlWriter out) {
        List<String> path = node.path();
        if (path.isEmpty()) {
            return ValueSql.cast(node.document(), "jsonb", out).text(" #>> '{}'");
        }
        int last = path.size() - 1;
        return follow(node, path.subList(0, last), out).text(" ->> ").text(literal(path.get(last)));
    }

    private static void document(JsonValue node, SqlWriter out) {
        out.text("NULLIF(");
        follow(node, node.path(), out.text("(")).text(")::jsonb, 'null'::jsonb)");
    }

    private static SqlWriter follow(JsonValue node, List<String> path, SqlWriter out) {
        boolean known = PostgresTypes.declared(node.document()) != null || nested(node.document());
        if (known) {
            ValueSql.operand(node.document(), out);
        } else {
            ValueSql.cast(node.document(), "jsonb", out);
        }
        path.forEach(key -> out.text(" -> ").text(literal(key)));
        return out;
    }

    private static boolean nested(SqlExpr document) {
        return document.kind() == SqlExpr.Kind.JSON_VALUE;
    }

    private static String literal(String key) {
        String quoted = "'" + key.replace("'", "''") + "'";
        return key.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", "\\\\");
    }

    static boolean unnest(SqlRelation.Unnest node, SqlWriter out) {
        out.text("jsonb_array_elements(CASE WHEN jsonb_typeof(");
        ValueSql.cast(node.array(), "jsonb", out).text(") = 'array' THEN ");
        ValueSql.cast(node.array(), "jsonb", out).text(" END) WITH ORDINALITY AS ");
        out.identifier(node.alias()).text("(").identifier("value").text(", ").identifier("ordinal");
        out.text(")");
        return true;
    }
}
