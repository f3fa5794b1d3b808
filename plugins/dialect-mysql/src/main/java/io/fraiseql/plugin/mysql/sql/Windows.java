package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation.Window;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Functions over other rows, exact on exact numbers as {@link Aggregates} are. */
final class Windows {

    private final ExactText exact;

    Windows(ExactText exact) {
        this.exact = exact;
    }

    boolean write(Window node, SqlWriter out) {
        SqlExpr value = node.value();
        if (value == null) {
            return false;
        }
        Total total = new Total(value, node.type(), node.sql(), node.over());
        switch (node.function()) {
            case SUM -> total.sum(out);
            case AVG -> total.average(node.number(), out);
            case MIN, MAX -> {
                if (node.type() != ColumnType.TEXT || !node.codepoint()) {
                    return false;
                }
                exact.write(value, out.text(node.function().name() + "("));
                out.text(") ").node(node.over());
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
