package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Comparisons and IN by declared type. */
final class Comparisons {

    private Comparisons() {}

    static boolean write(Comparison comparison, SqlWriter out) {
        switch (comparison.type()) {
            case TEXT -> TextComparisons.write(comparison, out);
            case JSON -> json(comparison, out);
            case DECIMAL -> decimal(comparison, out);
            case UUID -> uuid(comparison, out);
            case DATETIME, LOCAL_DATETIME -> instant(comparison, out);
            default -> plain(comparison, out);
        }
        return true;
    }

    static boolean write(SqlExpr.InList in, SqlWriter out) {
        boolean nullable = nullable(in.value());
        if (in.type() == ColumnType.TEXT) {
            TextComparisons.write(in, nullable, out);
        } else if (in.type() == ColumnType.UUID && !in.negated() && Form.uuidInOneCase(in.sql())) {
            out.node(in.value()).text(" IN ");
            FormWriter.spellings(in.list(), nullable(in.value()), out);
        } else {
            Form form = Form.of(in.type(), in.sql());
            FormWriter.value(in.value(), form, out);
            out.text(in.negated() ? " NOT IN " : " IN ");
            FormWriter.list(in.list(), form, nullable, out);
        }
        return true;
    }

    private static boolean nullable(SqlExpr value) {
        return value.kind() != SqlNode.Kind.COLUMN || ((SqlExpr.Column) value).nullable();
    }

    private static void json(Comparison comparison, SqlWriter out) {
        boolean equal = comparison.operator() == Operator.EQUAL;
        if (!equal && comparison.operator() != Operator.NOT_EQUAL) {
            throw new FraiseqlException(DatabaseErrorCode.INTERNAL, "JSON has no order to compare by");
        }
        out.text("fraiseql_json_equal(")
                .node(JsonForms.text(comparison.left()))
                .text(", ")
                .node(JsonForms.text(comparison.right()))
                .text(equal ? ") = 1" : ") = 0");
    }

    private static void decimal(Comparison comparison, SqlWriter out) {
        if (comparison.operator() == Operator.EQUAL) {
            equalDecimal(comparison, out);
            return;
        }
        if (comparison.operator() == Operator.NOT_EQUAL) {
            plain(comparison, out);
            return;
        }
        out.text("fraiseql_decimal_compare(")
                .node(comparison.left())
                .text(", ")
                .node(comparison.right())
                .text(", " + Form.scale(comparison.sql()) + ")" + symbol(comparison) + "0");
    }

    /**
     * Decimals that are stored as numbers compare by a function; the numbers around the bound one, as near as a double tells them
     * apart, bound the part of an index that is read.
     */
    private static void equalDecimal(Comparison comparison, SqlWriter out) {
        boolean indexed = bindToColumn(comparison)
                && comparison.sql() != null
                && comparison.sql().storage() == null
                && Affinity.of(comparison.sql().type()).numeric();
        if (!indexed) {
            plain(comparison, out);
            return;
        }
        out.text("(").node(comparison.left()).text(" BETWEEN ");
        around(comparison, " - ", out);
        out.text(" AND ");
        around(comparison, " + ", out);
        out.text(" AND ");
        plain(comparison, out);
        out.text(")");
    }

    private static void around(Comparison comparison, String sign, SqlWriter out) {
        SqlType sql = comparison.sql();
        String unit = sql == null || sql.scale() == null ? "0.0" : "1e-" + sql.scale();
        out.text("CAST(").node(comparison.right()).text(" AS NUMERIC)" + sign + "(" + unit + " + 1e-14 * abs(CAST(");
        out.node(comparison.right()).text(" AS NUMERIC)))");
    }

    /** A UUID as text is in lower or in upper case as a whole, so that the two spellings find it by its index. */
    private static void uuid(Comparison comparison, SqlWriter out) {
        boolean indexed = bindToColumn(comparison)
                && comparison.operator() == Operator.EQUAL
                && Form.uuidInOneCase(comparison.sql());
        if (!indexed) {
            plain(comparison, out);
            return;
        }
        out.node(comparison.left()).text(" IN (").node(comparison.right()).text(", upper(");
        out.node(comparison.right()).text("))");
    }

    private static boolean bindToColumn(Comparison comparison) {
        return comparison.left().kind() == SqlNode.Kind.COLUMN
                && comparison.right().kind() == SqlNode.Kind.BIND;
    }

    /** Date-times as ISO text compare by a function; the days around the bound value bound the part of an index that is read. */
    private static void instant(Comparison comparison, SqlWriter out) {
        boolean indexed = TimeStorage.of(comparison.sql()) == TimeStorage.ISO
                && bindToColumn(comparison)
                && comparison.operator() != Operator.NOT_EQUAL;
        if (!indexed) {
            plain(comparison, out);
            return;
        }
        out.text("(");
        if (comparison.operator() != Operator.LESS && comparison.operator() != Operator.LESS_OR_EQUAL) {
            day(comparison, " >= ", "'-1 day'), '')", out);
        }
        if (comparison.operator() != Operator.GREATER && comparison.operator() != Operator.GREATER_OR_EQUAL) {
            day(comparison, " < ", "'+2 day'), ':')", out);
        }
        plain(comparison, out);
        out.text(")");
    }

    private static void day(Comparison comparison, String symbol, String shift, SqlWriter out) {
        out.node(comparison.left())
                .text(symbol + "coalesce(date(")
                .node(comparison.right())
                .text(" / 1000000, 'unixepoch', " + shift + " AND ");
    }

    private static void plain(Comparison comparison, SqlWriter out) {
        Form form = Form.of(comparison.type(), comparison.sql());
        requireSameStorage(comparison, form);
        FormWriter.value(comparison.left(), form, out);
        out.text(symbol(comparison));
        FormWriter.value(comparison.right(), form, out);
    }

    private static void requireSameStorage(Comparison comparison, Form form) {
        if (differs(comparison.left(), comparison.type(), form)
                || differs(comparison.right(), comparison.type(), form)) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "two columns store a " + comparison.type()
                            + " in different ways and cannot be compared on SQLite; store both in the same way");
        }
    }

    private static boolean differs(SqlExpr value, ColumnType type, Form form) {
        SqlType sql = value.kind() == SqlNode.Kind.COLUMN ? ((SqlExpr.Column) value).sql() : null;
        return sql != null && !form.equals(Form.of(type, sql)) && !sameStored(type, sql, form);
    }

    /** Decimals of two scales and UUIDs of two collations still compare in the same way. */
    private static boolean sameStored(ColumnType type, @Nullable SqlType sql, Form form) {
        return type == ColumnType.DECIMAL
                || (type == ColumnType.UUID
                        && !Form.binaryUuid(sql)
                        && form.bound().equals("%"));
    }

    static String symbol(Comparison comparison) {
        return " " + comparison.operator().symbol() + " ";
    }
}
