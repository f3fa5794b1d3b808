package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.plugin.jdbc.sql.ThreeValued;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlWriter;

/** Negations. */
final class Negation {

    private Negation() {}

    static boolean write(SqlExpr.Not not, SqlWriter out) {
        SqlExpr condition = ThreeValued.of(not.condition(), Negation::unknownOfNull);
        out.text("NOT (").node(condition).text(")");
        return true;
    }

    /** There is no {@code IS NOT TRUE}. */
    static boolean write(SqlExpr.NotTrue not, SqlWriter out) {
        out.text("CASE WHEN ").node(not.condition()).text(" THEN 0 ELSE 1 END = 1");
        return true;
    }

    /** {@code x <> x}. */
    private static SqlExpr unknownOfNull(SqlExpr value) {
        return new Comparison(Comparison.Operator.NOT_EQUAL, value, value, ColumnType.INT, null, false);
    }
}
