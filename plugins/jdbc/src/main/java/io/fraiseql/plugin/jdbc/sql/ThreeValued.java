package io.fraiseql.plugin.jdbc.sql;

import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** Conditions under a NOT, for databases that take a null value for not in an empty list: it is unknown to be in any list. */
public final class ThreeValued {

    private ThreeValued() {}

    /**
     * The condition with what is missing in its lists.
     *
     * @param unknownOfNull a condition that is unknown of a null value, and false of any other
     */
    public static SqlExpr of(SqlExpr condition, UnaryOperator<SqlExpr> unknownOfNull) {
        if (condition.kind() == SqlNode.Kind.LOGIC) {
            SqlExpr.Logic logic = (SqlExpr.Logic) condition;
            return new SqlExpr.Logic(
                    logic.and(),
                    logic.conditions().stream()
                            .map(one -> of(one, unknownOfNull))
                            .toList());
        }
        if (condition.kind() != SqlNode.Kind.IN_LIST) {
            return condition;
        }
        SqlExpr.InList in = (SqlExpr.InList) condition;
        return in.negated() || !nullable(in.value())
                ? condition
                : new SqlExpr.Logic(false, List.of(in, unknownOfNull.apply(in.value())));
    }

    /** Whether a value can be null. */
    public static boolean nullable(SqlExpr value) {
        return value.kind() != SqlNode.Kind.COLUMN || ((SqlExpr.Column) value).nullable();
    }
}
