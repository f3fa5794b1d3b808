package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Writes values in their {@link Form}. */
final class FormWriter {

    private FormWriter() {}

    /** A value as it takes part in a comparison. */
    static void value(SqlExpr value, Form form, SqlWriter out) {
        wrap(value.kind() == SqlNode.Kind.BIND ? form.bound() : form.stored(), value, out);
    }

    /** The elements of a list bind as a subquery; with one that equals nothing, so that a null value is neither in nor not in. */
    static void list(SqlExpr.Bind list, Form form, boolean nullable, SqlWriter out) {
        out.text("(SELECT " + form.listed().replace("%", "value") + " FROM json_each(")
                .bind(list)
                .text(")");
        if (nullable) {
            out.text(list.type() == ColumnType.BYTES ? " UNION ALL SELECT ''" : " UNION ALL SELECT x''");
        }
        out.text(")");
    }

    /** Both spellings of the UUIDs of a list bind. */
    static void spellings(SqlExpr.Bind list, boolean nullable, SqlWriter out) {
        out.text("(SELECT value FROM json_each(").bind(list).text(") UNION ALL SELECT upper(value) FROM json_each(");
        out.bind(list).text(nullable ? ") UNION ALL SELECT x'')" : "))");
    }

    private static void wrap(String template, SqlExpr value, SqlWriter out) {
        int place = template.indexOf('%');
        out.text(template.substring(0, place)).node(value).text(template.substring(place + 1));
    }
}
