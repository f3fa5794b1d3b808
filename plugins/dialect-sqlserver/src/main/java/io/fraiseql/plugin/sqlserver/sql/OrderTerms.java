package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlWriter;

/** Terms of ORDER BY. Nulls come first when ascending; the other way is a term before. */
final class OrderTerms {

    private OrderTerms() {}

    static boolean write(OrderTerm term, SqlWriter out) {
        if (term.nullable() && term.nullsFirst() == term.descending()) {
            out.text("CASE WHEN ").node(term.value());
            out.text(term.nullsFirst() ? " IS NULL THEN 0 ELSE 1 END, " : " IS NULL THEN 1 ELSE 0 END, ");
        }
        if (term.codepoint()) {
            ExactText.codepoints(term.value(), out);
        } else {
            Form.of(type(term.value()), sql(term.value())).ordered().stored(term.value(), out);
        }
        out.text(term.descending() ? " DESC" : "");
        return true;
    }

    /** A window that numbers rows must have an order. */
    static boolean write(SqlAggregation.RowNumber number, SqlWriter out) {
        if (!number.order().isEmpty()) {
            return false;
        }
        throw new IllegalStateException("rows are numbered without an order");
    }

    private static ColumnType type(SqlExpr value) {
        return switch (value.kind()) {
            case COLUMN -> ((SqlExpr.Column) value).type();
            case JSON_VALUE -> ((SqlExpr.JsonValue) value).type();
            case READ -> ((SqlExpr.Read) value).type();
            default -> ColumnType.INT;
        };
    }

    private static @Nullable SqlType sql(SqlExpr value) {
        return ExactText.declared(value);
    }
}
