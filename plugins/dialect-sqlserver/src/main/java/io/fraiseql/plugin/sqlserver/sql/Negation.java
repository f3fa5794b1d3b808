package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Negations: here it matters that a null value is unknown to be in a list, even in an empty one. */
final class Negation {

    private Negation() {}

    static boolean write(SqlExpr.Not not, SqlWriter out) {
        out.text("NOT (").node(threeValued(not.condition())).text(")");
        return true;
    }

    /** There is no {@code IS NOT TRUE}. */
    static boolean write(SqlExpr.NotTrue not, SqlWriter out) {
        out.text("CASE WHEN ").node(not.condition()).text(" THEN 0 ELSE 1 END = 1");
        return true;
    }

    private static SqlExpr threeValued(SqlExpr condition) {
        if (condition.kind() == SqlNode.Kind.LOGIC) {
            SqlExpr.Logic logic = (SqlExpr.Logic) condition;
            return new SqlExpr.Logic(
                    logic.and(),
                    logic.conditions().stream().map(Negation::threeValued).toList());
        }
        if (condition.kind() != SqlNode.Kind.IN_LIST) {
            return condition;
        }
        SqlExpr.InList in = (SqlExpr.InList) condition;
        if (in.negated() || !InLists.nullable(in.value())) {
            return condition;
        }
        return new SqlExpr.Logic(false, List.of(in, unknownOfNull(in.value())));
    }

    /** {@code x <> x}: unknown of a null, false of everything else. */
    private static SqlExpr unknownOfNull(SqlExpr value) {
        return new Comparison(Comparison.Operator.NOT_EQUAL, value, value, ColumnType.INT, null, false);
    }
}
