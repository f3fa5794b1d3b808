package io.fraiseql.plugin.jdbc.sql;

import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlWriter;

/** Rows that are named by bound keys, for databases that join them instead of asking whether a row's values are among others. */
public final class BoundKeys {

    private BoundKeys() {}

    /** Writes {@code ON} and that each value is that of its column. */
    public static void on(SqlExpr.InRows in, SqlWriter out) {
        for (int i = 0; i < in.values().size(); i++) {
            out.text(i == 0 ? " ON " : " AND ").node(equal(in, i));
        }
    }

    private static SqlExpr equal(SqlExpr.InRows in, int index) {
        BoundRows rows = in.rows();
        SqlExpr.Bind bind = rows.columns().get(index);
        SqlExpr given = new SqlExpr.Column(rows.alias(), BoundRows.column(index), bind.type(), bind.against(), false);
        return new Comparison(
                Comparison.Operator.EQUAL, in.values().get(index), given, bind.type(), bind.against(), false);
    }
}
