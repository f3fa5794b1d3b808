package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;

/** Values on their way into columns, and the rows that are written. */
final class Writes {

    private Writes() {}

    static boolean write(SqlExpr.Stored node, SqlWriter out) {
        String form = StoredForm.of(node.type(), node.sql()).bound();
        int place = form.indexOf('%');
        out.text(form.substring(0, place)).bind(node.value()).text(form.substring(place + 1));
        return true;
    }

    /** All rows are one JSON array of arrays. */
    static boolean write(BoundRows node, SqlWriter out) {
        out.text("(SELECT ");
        for (int i = 0; i < node.columns().size(); i++) {
            Bind column = node.columns().get(i);
            String form = StoredForm.of(column.type(), column.against()).listed();
            out.text(form.replace("%", "value ->> " + i) + " AS ").identifier(BoundRows.column(i));
            out.text(", ");
        }
        out.text("key AS ").identifier(BoundRows.ORDINAL).text(" FROM json_each(");
        out.bind(node.rows()).text(")) AS ").identifier(node.alias());
        return true;
    }

    /** Keys that other programs may have stored in another form compare by their form; all others by the index. */
    static boolean write(SqlExpr.InRows node, SqlWriter out) {
        if (node.values().stream().allMatch(value -> form(value).stored().equals("%"))) {
            return false;
        }
        out.text("EXISTS (SELECT 1 FROM ").node(node.rows()).text(" WHERE ");
        for (int i = 0; i < node.values().size(); i++) {
            SqlExpr value = node.values().get(i);
            Form form = form(value);
            out.text(i == 0 ? "" : " AND ");
            FormWriter.value(value, form, out);
            out.text(" = ");
            FormWriter.value(given(node.rows(), i), form, out);
        }
        out.text(")");
        return true;
    }

    private static Form form(SqlExpr value) {
        return value.kind() == SqlNode.Kind.COLUMN
                ? Form.of(((SqlExpr.Column) value).type(), ((SqlExpr.Column) value).sql())
                : Form.of(ColumnType.TEXT, null);
    }

    private static SqlExpr given(BoundRows rows, int index) {
        Bind column = rows.columns().get(index);
        SqlType sql = column.against();
        return new SqlExpr.Column(rows.alias(), BoundRows.column(index), column.type(), sql, false);
    }

    /** A transaction that writes has the whole file to itself. */
    static boolean write(SqlWrite.Lock node, SqlWriter out) {
        out.node(node.select());
        return true;
    }
}
