package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlWriter;

/** Terms of ORDER BY: by value where the stored form does not order so; nulls named only where SQLite's own place is another. */
final class OrderTerms {

    private OrderTerms() {}

    static boolean write(OrderTerm term, SqlWriter out) {
        value(term, out);
        out.text(term.descending() ? " DESC" : "");
        boolean nullsFirstByDefault = !term.descending();
        if (term.nullable() && term.nullsFirst() != nullsFirstByDefault) {
            out.text(term.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return true;
    }

    private static void value(OrderTerm term, SqlWriter out) {
        switch (type(term.value())) {
            case TEXT -> out.node(term.value()).text(term.codepoint() ? " COLLATE BINARY" : "");
            case DECIMAL -> out.node(term.value()).text(numeric(term) ? "" : " COLLATE fraiseql_decimal");
            case UUID, DURATION -> formed(term, out);
            case DATETIME, LOCAL_DATETIME, TIME -> {
                if (TimeStorage.of(sql(term)) == TimeStorage.ISO) {
                    formed(term, out);
                } else {
                    out.node(term.value());
                }
            }
            default -> out.node(term.value());
        }
    }

    private static void formed(OrderTerm term, SqlWriter out) {
        FormWriter.value(term.value(), Form.of(type(term.value()), sql(term)), out);
    }

    /** Whether SQLite stores the decimals as numbers. */
    private static boolean numeric(OrderTerm term) {
        SqlType sql = sql(term);
        return sql != null && Affinity.of(sql.type()).numeric();
    }

    private static ColumnType type(SqlExpr value) {
        return switch (value.kind()) {
            case COLUMN -> ((SqlExpr.Column) value).type();
            case JSON_VALUE -> ((SqlExpr.JsonValue) value).type();
            case READ -> ((SqlExpr.Read) value).type();
            default -> ColumnType.INT;
        };
    }

    private static @Nullable SqlType sql(OrderTerm term) {
        SqlExpr value = term.value();
        return value.kind() == SqlNode.Kind.COLUMN ? ((SqlExpr.Column) value).sql() : null;
    }
}
