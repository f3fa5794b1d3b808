package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Text compares by code point. A column's own comparison, which has the index, stands before the exact one: accents, case and blanks at
 * the end count whatever its collation.
 */
final class TextComparisons {

    private static final Form LIST = Form.texts();

    private final ExactText exact;

    TextComparisons(ExactText exact) {
        this.exact = exact;
    }

    void write(Comparison comparison, SqlWriter out) {
        switch (comparison.operator()) {
            case EQUAL -> equal(comparison, out);
            case NOT_EQUAL -> exactly(comparison, out);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                if (comparison.codepoint()) {
                    exactly(comparison, out);
                } else {
                    out.node(comparison.left()).text(symbol(comparison)).node(comparison.right());
                }
            }
        }
    }

    void equal(Comparison comparison, SqlWriter out) {
        String collation = ExactText.collation(comparison.left());
        if (exact.isExact(collation) || comparison.left().kind() != SqlNode.Kind.COLUMN) {
            exactly(comparison, out);
            return;
        }
        out.text("(").node(comparison.left()).text(" = ");
        indexed(collation, comparison.right(), out).text(" AND ");
        exactly(comparison, out);
        out.text(")");
    }

    /** Whether both sides are columns of text whose collations differ: the servers refuse to compare these as they are. */
    static boolean differ(SqlExpr left, SqlExpr right) {
        String collation = ExactText.collation(left);
        String other = ExactText.collation(right);
        return collation != null
                && other != null
                && !collation.equals(other)
                && ((SqlExpr.Column) left).type() == ColumnType.TEXT
                && ((SqlExpr.Column) right).type() == ColumnType.TEXT;
    }

    private static SqlWriter indexed(@Nullable String collation, SqlExpr right, SqlWriter out) {
        return collation != null && converts(collation, right)
                ? ExactText.likeColumn(collation, right, out)
                : out.node(right);
    }

    /** Into utf8mb4 the servers convert by themselves and keep the left side's index. */
    private static boolean converts(String collation, SqlExpr right) {
        if (right.kind() == SqlNode.Kind.BIND) {
            return !ExactText.unicode(collation);
        }
        String other = ExactText.collation(right);
        return other != null && !other.equals(collation) && (!ExactText.unicode(collation) || ExactText.unicode(other));
    }

    /** Another column gets the exact collation as well: bound rows have that of the column that they are for, which would be a second one. */
    private void exactly(Comparison comparison, SqlWriter out) {
        exact.write(comparison.left(), out).text(symbol(comparison));
        if (comparison.right().kind() == SqlNode.Kind.COLUMN) {
            exact.write(comparison.right(), out);
        } else {
            out.node(comparison.right());
        }
    }

    void write(SqlExpr.InList in, SqlWriter out) {
        String collation = ExactText.collation(in.value());
        if (collation == null || exact.isExact(collation) || in.negated()) {
            exactly(in, out);
            return;
        }
        out.text("(").node(in.value()).text(" IN ");
        LIST.list(in.list(), ExactText.ofColumn(collation), out);
        exactly(in, out.text(" AND "));
        out.text(")");
    }

    private void exactly(SqlExpr.InList in, SqlWriter out) {
        exact.write(in.value(), out).text(in.negated() ? " NOT IN " : " IN ");
        LIST.list(in.list(), "%" + exact.collate(), out);
    }

    private static String symbol(Comparison comparison) {
        return " " + comparison.operator().symbol() + " ";
    }
}
