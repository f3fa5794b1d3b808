package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.plugin.jdbc.sql.BoundKeys;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlRelation.FunctionCall;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Statements that write. An alias of the written table stands in FROM; rows that are named by bound keys are joined to them. */
public final class Writes {

    private Writes() {}

    static boolean write(SqlWrite.Insert insert, SqlWriter out) {
        insert(insert, null, out);
        return true;
    }

    /**
     * Rows that are selected in an order have their identities in that order (INSERT, Transact-SQL); of rows given as values nothing is promised.
     *
     * @param generated the column of keys to be noted in {@link Batches#KEYS}; null for none. Only into a table is OUTPUT allowed where the
     *     table has triggers
     */
    static void insert(SqlWrite.Insert insert, SqlExpr.@Nullable Column generated, SqlWriter out) {
        name(insert.table(), out.text("INSERT INTO "));
        List<SqlWrite.Assignment> values = insert.values();
        for (int i = 0; i < values.size(); i++) {
            out.text(i == 0 ? " (" : ", ").identifier(values.get(i).column());
        }
        out.text(values.isEmpty() ? "" : ")");
        if (generated != null) {
            out.text(" OUTPUT inserted.").identifier(generated.name()).text(" INTO " + Batches.KEYS + " ([k])");
        }
        BoundRows rows = insert.rows();
        List<SqlExpr> given = values.stream().map(SqlWrite.Assignment::value).toList();
        if (given.isEmpty()) {
            out.text(" DEFAULT VALUES");
        } else if (rows == null) {
            Selects.list(given, ", ", out.text(" VALUES ("));
            out.text(")");
        } else {
            Selects.list(given, ", ", out.text(" SELECT "));
            out.text(" FROM ").node(rows).text(" ORDER BY ").identifier(rows.alias());
            out.text(".").identifier(BoundRows.ORDINAL);
        }
    }

    static boolean write(SqlWrite.Update update, SqlWriter out) {
        out.text("UPDATE ").identifier(update.alias()).text(" SET ");
        Selects.list(update.values(), ", ", out);
        rows(update.table(), update.alias(), update.where(), out);
        return true;
    }

    /** The hints have the rows found by their keys alone, and locked one by one. */
    static boolean write(SqlWrite.UpdateEach update, SqlWriter out) {
        out.text("UPDATE ").identifier(update.alias()).text(" SET ");
        Selects.list(update.values(), ", ", out);
        name(update.table(), out.text(" FROM ")).text(" AS ").identifier(update.alias());
        out.text(" WITH (ROWLOCK, FORCESEEK) JOIN ").node(update.rows());
        BoundKeys.on(update.named(), out);
        return true;
    }

    static boolean write(SqlWrite.Delete delete, SqlWriter out) {
        out.text("DELETE ").identifier(delete.alias());
        rows(delete.table(), delete.alias(), delete.where(), out);
        return true;
    }

    private static void rows(List<String> table, String alias, SqlExpr where, SqlWriter out) {
        name(table, out.text(" FROM ")).text(" AS ").identifier(alias);
        if (where.kind() != SqlNode.Kind.IN_ROWS) {
            out.text(" WHERE ").node(where);
            return;
        }
        SqlExpr.InRows in = (SqlExpr.InRows) where;
        out.text(" JOIN ").node(in.rows());
        BoundKeys.on(in, out);
    }

    /** A call takes parameters alone, no expressions; rows that it counts would come before the row that it gives. */
    static void call(FunctionCall call, SqlWriter out) {
        name(call.name(), out.text(Batches.BEGIN + "EXEC "));
        for (int i = 0; i < call.arguments().size(); i++) {
            SqlExpr.Bind argument = call.arguments().get(i);
            ColumnType type = argument.type() == ColumnType.DURATION ? ColumnType.TEXT : argument.type();
            out.text(i == 0 ? " " : ", ").bind(new SqlExpr.Bind(argument.slot(), type, argument.list(), null));
        }
    }

    /** Whether a statement calls a procedure. */
    public static boolean isCall(String sql) {
        return sql.startsWith(Batches.BEGIN + "EXEC ");
    }

    static SqlWriter name(List<String> parts, SqlWriter out) {
        for (int i = 0; i < parts.size(); i++) {
            out.text(i == 0 ? "" : ".").identifier(parts.get(i));
        }
        return out;
    }
}
