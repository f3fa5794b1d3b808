package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Text compares by its characters. A column's own comparison, which has the index, stands before the exact one: accents, case and blanks
 * at the end count whatever its collation.
 */
final class TextComparisons {

    private TextComparisons() {}

    static void write(Comparison comparison, SqlWriter out) {
        switch (comparison.operator()) {
            case EQUAL -> equal(comparison, out);
            case NOT_EQUAL -> exactly(comparison, out);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                if (comparison.codepoint()) {
                    ExactText.codepoints(comparison.left(), out).text(symbol(comparison));
                    ExactText.codepoints(comparison.right(), out);
                } else {
                    byDatabase(comparison, out);
                }
            }
        }
    }

    private static void equal(Comparison comparison, SqlWriter out) {
        if (comparison.left().kind() != SqlNode.Kind.COLUMN) {
            exactly(comparison, out);
            return;
        }
        out.text("(");
        byDatabase(comparison, out);
        out.text(" AND ");
        exactly(comparison, out);
        out.text(")");
    }

    private static void byDatabase(Comparison comparison, SqlWriter out) {
        out.node(comparison.left()).text(symbol(comparison));
        if (comparison.right().kind() == SqlNode.Kind.BIND) {
            SqlType declared = ExactText.declared(comparison.left());
            Form.fill(ExactText.likeColumn(declared, "%"), out, () -> out.node(comparison.right()));
        } else {
            out.node(comparison.right());
        }
    }

    private static void exactly(Comparison comparison, SqlWriter out) {
        ExactText.marked(comparison.left(), out).text(symbol(comparison));
        ExactText.marked(comparison.right(), out);
    }

    private static String symbol(Comparison comparison) {
        return " " + comparison.operator().symbol() + " ";
    }
}
