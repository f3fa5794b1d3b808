package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Values that are read, and constants. */
final class Values {

    private Values() {}

    static boolean write(SqlExpr.Read read, SqlWriter out) {
        SqlType sql = read.sql();
        boolean json = read.type() == ColumnType.JSON || (sql != null && sql.array());
        if (json && read.value().kind() != SqlNode.Kind.JSON_VALUE) {
            out.text("json(").node(read.value()).text(")");
            return true;
        }
        if (read.type() == ColumnType.TEXT
                && sql != null
                && Affinity.of(sql.type()).numeric()) {
            out.text("CAST(").node(read.value()).text(" AS TEXT)");
            return true;
        }
        return false;
    }

    static boolean write(SqlExpr.Literal literal, SqlWriter out) {
        if (literal.value() instanceof Boolean truth) {
            out.text(truth ? "1" : "0");
            return true;
        }
        return false;
    }
}
