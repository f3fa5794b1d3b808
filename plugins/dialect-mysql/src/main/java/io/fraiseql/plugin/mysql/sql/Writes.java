package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.plugin.jdbc.sql.BoundKeys;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Statements that write. Rows that are named by bound keys are joined to them, the keys first, so that only these rows are locked. */
final class Writes {

    private Writes() {}

    /** A row of defaults; any other row has the standard form. */
    static boolean write(SqlWrite.Insert insert, SqlWriter out) {
        if (!insert.values().isEmpty()) {
            return false;
        }
        name(insert.table(), out.text("INSERT INTO ")).text(" () VALUES ()");
        return true;
    }

    static boolean write(SqlWrite.Update update, SqlWriter out) {
        if (update.where().kind() != SqlNode.Kind.IN_ROWS) {
            return false;
        }
        joined((SqlExpr.InRows) update.where(), update.table(), update.alias(), "", out.text("UPDATE "));
        set(update.values(), update.alias(), out);
        return true;
    }

    /** A small table would else be read as a whole, and every row of it locked or waited for. */
    static boolean write(SqlWrite.UpdateEach update, SqlWriter out) {
        joined(update.named(), update.table(), update.alias(), " FORCE INDEX (PRIMARY)", out.text("UPDATE "));
        set(update.values(), update.alias(), out);
        return true;
    }

    private static void set(List<SqlWrite.Assignment> values, String alias, SqlWriter out) {
        for (int i = 0; i < values.size(); i++) {
            SqlWrite.Assignment assignment = values.get(i);
            out.text(i == 0 ? " SET " : ", ").identifier(alias).text(".").identifier(assignment.column());
            out.text(" = ").node(assignment.value());
        }
    }

    /** The form for several tables, because MariaDB knows no alias in that for one. */
    static boolean write(SqlWrite.Delete delete, SqlWriter out) {
        out.text("DELETE ").identifier(delete.alias()).text(" FROM ");
        if (delete.where().kind() == SqlNode.Kind.IN_ROWS) {
            joined((SqlExpr.InRows) delete.where(), delete.table(), delete.alias(), "", out);
        } else {
            name(delete.table(), out).text(" AS ").identifier(delete.alias());
            out.text(" WHERE ").node(delete.where());
        }
        return true;
    }

    private static void joined(SqlExpr.InRows in, List<String> table, String alias, String hint, SqlWriter out) {
        name(table, out.node(in.rows()).text(" STRAIGHT_JOIN ")).text(" AS ").identifier(alias);
        out.text(hint);
        BoundKeys.on(in, out);
    }

    /** Rows that are given as values have consecutive keys, {@code auto_increment_increment} apart, in whatever lock mode. */
    static boolean write(SqlExpr.GeneratedKeys keys, SqlWriter out) {
        if (keys.rows() == 1) {
            out.node(keys.key()).text(" = LAST_INSERT_ID()");
            return true;
        }
        out.text("(").node(keys.key()).text(" BETWEEN LAST_INSERT_ID() AND LAST_INSERT_ID() + ");
        out.text((keys.rows() - 1) + " * @@auto_increment_increment AND MOD(CAST(")
                .node(keys.key());
        out.text(" AS SIGNED) - CAST(LAST_INSERT_ID() AS SIGNED), @@auto_increment_increment) = 0)");
        return true;
    }

    static SqlWriter name(List<String> parts, SqlWriter out) {
        for (int i = 0; i < parts.size(); i++) {
            out.text(i == 0 ? "" : ".").identifier(parts.get(i));
        }
        return out;
    }
}
