package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Values on their way in, and the rows that they go into. */
final class WriteSql {

    /** The inner names of bound rows of which a column needs work before it can be stored. */
    private static final String RAW = "r";

    private WriteSql() {}

    /** A list for an array column is bound as JSON text. */
    static boolean stored(SqlExpr.Stored node, SqlWriter out) {
        SqlType sql = node.sql();
        if (sql == null || !sql.array()) {
            return false;
        }
        array(() -> out.bind(node.value()).text("::jsonb"), sql, out);
        return true;
    }

    private static void array(Runnable json, SqlType sql, SqlWriter out) {
        out.text("CASE WHEN jsonb_typeof(");
        json.run();
        out.text(") = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(");
        json.run();
        out.text("))::" + sql.type() + "[] END");
    }

    static boolean updateEach(SqlWrite.UpdateEach update, SqlWriter out) {
        found(update.named(), out.standard(update).text(" AND "));
        return true;
    }

    static boolean inRows(SqlExpr.InRows in, SqlWriter out) {
        if (in.values().size() == 1) {
            found(in, out);
        } else {
            found(in, out.text("(")).text(" AND ").standard(in).text(")");
        }
        return true;
    }

    /** There are no hints. Without this condition a table that was small when the plan was made is read as a whole. */
    private static SqlWriter found(SqlExpr.InRows in, SqlWriter out) {
        SqlExpr.Bind bind = in.rows().columns().get(0);
        return out.node(in.values().get(0)).text(" = ANY(").bind(bind).text("::" + type(bind) + "[])");
    }

    /** One array for each column, side by side. */
    static boolean rows(BoundRows node, SqlWriter out) {
        boolean plain = node.columns().stream().noneMatch(WriteSql::isArray);
        if (!plain) {
            out.text("(SELECT ");
            for (int i = 0; i < node.columns().size(); i++) {
                column(node.columns().get(i), BoundRows.column(i), out);
                out.text(" AS ").identifier(BoundRows.column(i)).text(", ");
            }
            out.identifier(BoundRows.ORDINAL).text(" FROM ");
        }
        out.text("unnest(");
        for (int i = 0; i < node.columns().size(); i++) {
            SqlExpr.Bind bind = node.columns().get(i);
            out.text(i == 0 ? "" : ", ").bind(bind).text("::" + type(bind) + "[]");
        }
        out.text(") WITH ORDINALITY AS ").identifier(plain ? node.alias() : RAW);
        names(node.columns(), out);
        if (!plain) {
            out.text(") AS ").identifier(node.alias());
        }
        return true;
    }

    private static void names(List<SqlExpr.Bind> columns, SqlWriter out) {
        out.text("(");
        for (int i = 0; i < columns.size(); i++) {
            out.identifier(BoundRows.column(i)).text(", ");
        }
        out.identifier(BoundRows.ORDINAL).text(")");
    }

    private static void column(SqlExpr.Bind bind, String name, SqlWriter out) {
        SqlType sql = bind.against();
        if (sql != null && isArray(bind)) {
            array(() -> out.identifier(RAW).text(".").identifier(name), sql, out);
        } else {
            out.identifier(RAW).text(".").identifier(name);
        }
    }

    private static String type(SqlExpr.Bind bind) {
        return isArray(bind) ? "jsonb" : PostgresTypes.against(bind.type(), bind.against());
    }

    private static boolean isArray(SqlExpr.Bind bind) {
        return bind.type() == ColumnType.JSON
                && bind.against() != null
                && bind.against().array();
    }

    /** Texts and JSON go without a type, so that they fit a parameter of an enum, a domain or {@code json}. */
    static boolean call(SqlRelation.FunctionCall node, SqlWriter out) {
        for (int i = 0; i < node.name().size(); i++) {
            out.text(i == 0 ? "" : ".").identifier(node.name().get(i));
        }
        out.text("(");
        for (int i = 0; i < node.arguments().size(); i++) {
            SqlExpr.Bind bind = node.arguments().get(i);
            out.text(i == 0 ? "" : ", ").bind(bind).text(cast(bind));
        }
        out.text(") AS ").identifier(node.alias());
        return true;
    }

    private static String cast(SqlExpr.Bind bind) {
        boolean untyped = !bind.list() && (bind.type() == ColumnType.TEXT || bind.type() == ColumnType.JSON);
        String type = bind.type() == ColumnType.INT ? "integer" : PostgresTypes.name(bind.type());
        return untyped ? "" : "::" + type + (bind.list() ? "[]" : "");
    }

    /** Only rows of the table itself are locked, not those of what the condition looks at. */
    static boolean lock(SqlWrite.Lock node, SqlWriter out) {
        out.node(node.select())
                .text(" FOR UPDATE OF ")
                .identifier(node.select().from().alias())
                .text(node.passing() ? " SKIP LOCKED" : "");
        return true;
    }
}
