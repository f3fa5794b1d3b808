package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** {@code NOT}: here it matters that a null value is unknown to be in a list, even in an empty one. */
final class Negation {

    private static final SqlExpr UNKNOWN = new SqlExpr.Literal(null, ColumnType.BOOLEAN);

    private Negation() {}

    static boolean write(SqlExpr.Not not, SqlWriter out) {
        out.standard(new SqlExpr.Not(threeValued(not.condition())));
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
        if (in.negated() || !Comparisons.nullable(in.value())) {
            return condition;
        }
        SqlExpr missing = new SqlExpr.NullTest(in.value(), false);
        return new SqlExpr.Logic(false, List.of(in, new SqlExpr.Logic(true, List.of(missing, UNKNOWN))));
    }
}
