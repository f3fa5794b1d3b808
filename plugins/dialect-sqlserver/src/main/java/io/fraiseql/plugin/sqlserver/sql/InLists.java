package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.plugin.jdbc.sql.ThreeValued;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr.InList;
import io.fraiseql.spi.sql.SqlWriter;

/** {@code IN} over a list that is one parameter. */
final class InLists {

    private static final String TEXTS = "nvarchar(max)";

    private InLists() {}

    /**
     * A null value is in no list and not in none. Outside of a negation that is the same as false, and IN alone can use an index; inside
     * of one {@link Negation} adds what is missing. {@code x = x} is unknown of a null and true of everything else.
     */
    static boolean write(InList in, SqlWriter out) {
        boolean nullable = in.negated() && ThreeValued.nullable(in.value());
        out.text(nullable ? "(" : "");
        if (in.type() == ColumnType.TEXT) {
            text(in, out);
        } else {
            Form form = Form.of(in.type(), in.sql());
            form.stored(in.value(), out);
            out.text(operator(in));
            form.list(in.list(), out);
        }
        if (nullable) {
            out.text(" AND ").node(in.value()).text(" = ").node(in.value()).text(")");
        }
        return true;
    }

    /** The column's own comparison first, as for {@link TextComparisons}. */
    private static void text(InList in, SqlWriter out) {
        SqlType declared = ExactText.declared(in.value());
        if (declared == null || in.negated()) {
            exactly(in, out);
            return;
        }
        out.text("(").node(in.value()).text(" IN ");
        Form.list(in.list(), ExactText.elementLikeColumn(declared, "%"), TEXTS, out);
        exactly(in, out.text(" AND "));
        out.text(")");
    }

    private static void exactly(InList in, SqlWriter out) {
        ExactText.marked(in.value(), out).text(operator(in));
        Form.list(in.list(), ExactText.marked("%"), TEXTS, out);
    }

    private static String operator(InList in) {
        return in.negated() ? " NOT IN " : " IN ";
    }
}
