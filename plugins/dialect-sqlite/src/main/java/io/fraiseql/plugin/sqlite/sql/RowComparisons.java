package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.RowComparison;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Comparisons of rows: SQLite's own, which its indexes serve, where every column is compared as it is stored. */
final class RowComparisons {

    private RowComparisons() {}

    static boolean write(RowComparison row, SqlWriter out) {
        List<Comparison> terms = row.terms();
        if (terms.size() == 1 || !terms.stream().allMatch(RowComparisons::asStored)) {
            return false;
        }
        list(terms.stream().map(Comparison::left).toList(), out);
        out.text(" " + row.operator().symbol() + " ");
        list(terms.stream().map(Comparison::right).toList(), out);
        return true;
    }

    private static boolean asStored(Comparison term) {
        return term.left().kind() == SqlNode.Kind.COLUMN
                && switch (term.type()) {
                    case BOOLEAN, INT, BIGINT, FLOAT32, FLOAT -> true;
                    case TEXT -> TextComparisons.asStored(term.sql());
                    default -> false;
                };
    }

    private static void list(List<SqlExpr> values, SqlWriter out) {
        out.text("(");
        for (int i = 0; i < values.size(); i++) {
            out.text(i == 0 ? "" : ", ").node(values.get(i));
        }
        out.text(")");
    }
}
