package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import java.util.ArrayList;
import java.util.List;

/** Conditions without needless nesting. */
final class Conditions {

    private Conditions() {}

    /** All conditions together; null when there is nothing to ask. */
    static @Nullable SqlExpr all(List<SqlExpr> conditions) {
        List<SqlExpr> flat = new ArrayList<>();
        conditions.forEach(condition -> flatten(condition, flat));
        return switch (flat.size()) {
            case 0 -> null;
            case 1 -> flat.get(0);
            default -> new SqlExpr.Logic(true, flat);
        };
    }

    private static void flatten(SqlExpr condition, List<SqlExpr> into) {
        if (condition instanceof SqlExpr.Logic logic && logic.and()) {
            logic.conditions().forEach(part -> flatten(part, into));
        } else {
            into.add(condition);
        }
    }

    /** Equality of two key columns, as the database itself compares them. */
    static SqlExpr sameKey(SqlExpr left, SqlExpr right) {
        return new SqlExpr.Comparison(SqlExpr.Comparison.Operator.EQUAL, left, right, ColumnType.BIGINT, null, false);
    }
}
