package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.plugin.jdbc.sql.ThreeValued;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Comparisons and IN by declared type. */
final class Comparisons {

    private final Server server;
    private final TextComparisons texts;

    Comparisons(Server server, ExactText exact) {
        this.server = server;
        this.texts = new TextComparisons(exact);
    }

    boolean write(Comparison comparison, SqlWriter out) {
        switch (comparison.type()) {
            case TEXT -> texts.write(comparison, out);
            case JSON -> json(comparison, out);
            default -> {
                if (isKey(comparison)) {
                    texts.equal(comparison, out);
                } else {
                    plain(comparison, out);
                }
            }
        }
        return true;
    }

    /**
     * A null value is in no list and not in none. Outside of a negation that is the same as false, and IN alone can use an index; inside
     * of one {@link Negation} adds what is missing.
     */
    boolean write(SqlExpr.InList in, SqlWriter out) {
        boolean nullable = in.negated() && ThreeValued.nullable(in.value());
        out.text(nullable ? "(" : "");
        if (in.type() == ColumnType.TEXT) {
            texts.write(in, out);
        } else {
            Form form = Form.of(in.type(), in.value(), in.sql());
            form.stored(in.value(), out);
            out.text(in.negated() ? " NOT IN " : " IN ");
            form.list(in.list(), out);
        }
        if (nullable) {
            out.text(" AND (").node(in.value()).text(" IS NOT NULL OR NULL))");
        }
        return true;
    }

    /** Whether these are the two ends of a relation by texts that no foreign key ties, as its ends have one collation. */
    private static boolean isKey(Comparison comparison) {
        return comparison.operator() == Operator.EQUAL && TextComparisons.differ(comparison.left(), comparison.right());
    }

    /** By structure, numbers by value. */
    private void json(Comparison comparison, SqlWriter out) {
        boolean equal = comparison.operator() == Operator.EQUAL;
        if (!equal && comparison.operator() != Operator.NOT_EQUAL) {
            throw new FraiseqlException(DatabaseErrorCode.INTERNAL, "JSON has no order to compare by");
        }
        if (server == Server.MARIADB) {
            out.text("JSON_EQUALS(").node(comparison.left()).text(", ").node(comparison.right());
            out.text(equal ? ") = 1" : ") = 0");
        } else {
            out.text("CAST(").node(comparison.left()).text(equal ? " AS JSON) = CAST(" : " AS JSON) <> CAST(");
            out.node(comparison.right()).text(" AS JSON)");
        }
    }

    private static void plain(Comparison comparison, SqlWriter out) {
        boolean range = comparison.operator() != Operator.EQUAL && comparison.operator() != Operator.NOT_EQUAL;
        side(comparison.left(), comparison, range, out);
        out.text(" " + comparison.operator().symbol() + " ");
        side(comparison.right(), comparison, range, out);
    }

    private static void side(SqlExpr value, Comparison comparison, boolean range, SqlWriter out) {
        if (value.kind() == SqlNode.Kind.BIND) {
            SqlExpr other = value == comparison.right() ? comparison.left() : comparison.right();
            Form.of(comparison.type(), other, comparison.sql()).bound((SqlExpr.Bind) value, out);
        } else {
            Form form = Form.of(comparison.type(), value, comparison.sql());
            (range ? form.ordered() : form).stored(value, out);
        }
    }
}
