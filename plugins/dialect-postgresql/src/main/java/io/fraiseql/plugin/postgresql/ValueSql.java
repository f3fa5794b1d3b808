package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Bound values, typed nulls, and values on their way out. */
final class ValueSql {

    private ValueSql() {}

    /** Every bind is cast, so that its type never depends on what stands around it. */
    static boolean bind(SqlExpr.Bind bind, SqlWriter out) {
        String type = PostgresTypes.against(bind.type(), bind.against());
        out.bind(bind).text("::").text(type).text(bind.list() ? "[]" : "");
        return true;
    }

    /** A bind as text, whatever column it is compared with. */
    static SqlWriter textBind(SqlExpr.Bind bind, SqlWriter out) {
        return out.bind(bind).text("::text");
    }

    static boolean literal(SqlExpr.Literal literal, SqlWriter out) {
        if (literal.value() != null) {
            return false;
        }
        boolean document = literal.type() == ColumnType.JSON;
        out.text("NULL::").text(document ? "text" : PostgresTypes.name(literal.type()));
        return true;
    }

    /**
     * Arrays become JSON, and JSON becomes text so that {@code json}, {@code jsonb} and arrays can share a column of a union.
     */
    static boolean read(SqlExpr.Read read, SqlWriter out) {
        boolean array = read.sql() != null && read.sql().array();
        if (array) {
            out.text("array_to_json(").node(read.value()).text(")::text");
            return true;
        }
        boolean asText = read.type() == ColumnType.TEXT && !PostgresTypes.plainText(read.sql());
        if (asText || read.type() == ColumnType.JSON) {
            cast(read.value(), "text", out);
            return true;
        }
        return false;
    }

    /** {@code value::type}. */
    static SqlWriter cast(SqlExpr value, String type, SqlWriter out) {
        return operand(value, out).text("::").text(type);
    }

    /** A value that can stand beside any operator. */
    static SqlWriter operand(SqlExpr value, SqlWriter out) {
        boolean closed =
                switch (value.kind()) {
                    case COLUMN, BIND, JSON_VALUE -> true;
                    default -> false;
                };
        return closed ? out.node(value) : out.text("(").node(value).text(")");
    }

    /** A text value as {@code text}, with a cast only where its type is another one. */
    static SqlWriter text(SqlExpr value, SqlWriter out) {
        boolean plain =
                PostgresTypes.plainText(PostgresTypes.declared(value)) || value.kind() == SqlExpr.Kind.JSON_VALUE;
        return plain ? operand(value, out) : cast(value, "text", out);
    }
}
