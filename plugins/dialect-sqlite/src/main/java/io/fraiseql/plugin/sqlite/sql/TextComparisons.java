package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Text compares by code point. Where the column's collation or affinity says otherwise, its own comparison, which has the index,
 * stands before the exact one.
 */
final class TextComparisons {

    private TextComparisons() {}

    static void write(Comparison comparison, SqlWriter out) {
        boolean range = comparison.operator() != Operator.EQUAL && comparison.operator() != Operator.NOT_EQUAL;
        Exactness exactness = range && !comparison.codepoint() && Exactness.of(comparison.sql()) == Exactness.COLLATED
                ? Exactness.NATIVE
                : Exactness.of(comparison.sql());
        boolean both = exactness.recheck() && comparison.operator() == Operator.EQUAL;
        if (both) {
            out.text("(")
                    .node(comparison.left())
                    .text(" = ")
                    .node(comparison.right())
                    .text(" AND ");
        }
        exactness.left(comparison.left(), out);
        out.text(Comparisons.symbol(comparison)).node(comparison.right()).text(exactness.suffix());
        out.text(both ? ")" : "");
    }

    static void write(SqlExpr.InList in, boolean nullable, SqlWriter out) {
        Exactness exactness = Exactness.of(in.sql());
        boolean both = exactness.recheck() && !in.negated();
        Form plain = Form.of(ColumnType.TEXT, null);
        if (both) {
            out.text("(").node(in.value()).text(" IN ");
            FormWriter.list(in.list(), plain, nullable, out);
            out.text(" AND ");
        }
        exactness.left(in.value(), out);
        out.text(exactness.suffix()).text(in.negated() ? " NOT IN " : " IN ");
        FormWriter.list(in.list(), plain, nullable, out);
        out.text(both ? ")" : "");
    }

    /** Whether the column's own comparison is by code point. */
    static boolean asStored(@Nullable SqlType sql) {
        return Exactness.of(sql) == Exactness.NATIVE;
    }

    /** What makes a comparison of text exact. */
    private enum Exactness {
        /** The column's own comparison is by code point. */
        NATIVE,
        /** It follows another collation, or an unknown one. */
        COLLATED,
        /** Digits are stored as numbers. */
        NUMERIC;

        static Exactness of(@Nullable SqlType sql) {
            if (sql == null) {
                return COLLATED;
            }
            if (Affinity.of(sql.type()).numeric()) {
                return NUMERIC;
            }
            String collation = sql.collation();
            return collation == null || collation.equalsIgnoreCase("BINARY") ? NATIVE : COLLATED;
        }

        boolean recheck() {
            return this != NATIVE;
        }

        void left(SqlExpr value, SqlWriter out) {
            if (this == NUMERIC) {
                out.text("CAST(").node(value).text(" AS TEXT)");
            } else {
                out.node(value);
            }
        }

        String suffix() {
            return this == COLLATED ? " COLLATE BINARY" : "";
        }
    }
}
