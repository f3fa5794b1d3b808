package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.RowComparison;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Comparisons of rows, which are one condition of an index on all their columns. */
final class RowComparisonSql {

    private static final String BYTEWISE = " COLLATE \"C\"";

    private RowComparisonSql() {}

    static boolean write(RowComparison node, SqlWriter out) {
        List<Comparison> terms = node.terms();
        out.text("(");
        for (int i = 0; i < terms.size(); i++) {
            out.text(i == 0 ? "" : ", ");
            left(terms.get(i), out);
        }
        out.text(") " + node.operator().symbol() + " (");
        for (int i = 0; i < terms.size(); i++) {
            out.text(i == 0 ? "" : ", ");
            right(terms.get(i), out);
        }
        out.text(")");
        return true;
    }

    private static void left(Comparison term, SqlWriter out) {
        if (term.codepoint()) {
            ValueSql.text(term.left(), out).text(BYTEWISE);
        } else {
            out.node(term.left());
        }
    }

    private static void right(Comparison term, SqlWriter out) {
        if (term.codepoint() && term.right() instanceof SqlExpr.Bind bind) {
            ValueSql.textBind(bind, out);
        } else {
            out.node(term.right());
        }
    }
}
