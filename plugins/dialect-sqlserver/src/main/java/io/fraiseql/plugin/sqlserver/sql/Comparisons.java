package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Comparisons by declared type. */
final class Comparisons {

    private Comparisons() {}

    static boolean write(Comparison comparison, SqlWriter out) {
        switch (comparison.type()) {
            case TEXT -> TextComparisons.write(comparison, out);
            case JSON ->
                throw new FraiseqlException(DatabaseErrorCode.INTERNAL, "JSON cannot be compared on SQL Server");
            default -> plain(comparison, out);
        }
        return true;
    }

    private static void plain(Comparison comparison, SqlWriter out) {
        boolean range = comparison.operator() != Operator.EQUAL && comparison.operator() != Operator.NOT_EQUAL;
        Form form = Form.of(comparison.type(), comparison.sql());
        Form used = range ? form.ordered() : form;
        side(comparison.left(), used, out);
        out.text(" " + comparison.operator().symbol() + " ");
        side(comparison.right(), used, out);
    }

    private static void side(SqlExpr value, Form form, SqlWriter out) {
        if (value.kind() == SqlNode.Kind.BIND) {
            form.bound((SqlExpr.Bind) value, out);
        } else {
            form.stored(value, out);
        }
    }
}
