package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlWriter;

/** Terms of ORDER BY. The servers put nulls first when ascending; the other way is a term before. */
final class OrderTerms {

    private final ExactText exact;

    OrderTerms(ExactText exact) {
        this.exact = exact;
    }

    boolean write(OrderTerm term, SqlWriter out) {
        if (term.nullable() && term.nullsFirst() == term.descending()) {
            out.node(term.value()).text(term.nullsFirst() ? " IS NULL DESC, " : " IS NULL, ");
        }
        if (term.codepoint()) {
            exact.write(term.value(), out);
        } else {
            Form.of(type(term.value()), term.value(), sql(term.value()))
                    .ordered()
                    .stored(term.value(), out);
        }
        out.text(term.descending() ? " DESC" : "");
        return true;
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
        return value.kind() == SqlNode.Kind.COLUMN ? ((SqlExpr.Column) value).sql() : null;
    }
}
