package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation.Window;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Functions over other rows: ours where decimals and wide integers must be exact. */
final class Windows {

    private Windows() {}

    static boolean write(Window node, SqlWriter out) {
        SqlExpr value = node.value();
        boolean exact = node.type() == ColumnType.INT || node.type() == ColumnType.BIGINT || decimal(node);
        if (value == null) {
            return false;
        }
        String scale = decimal(node) ? Form.scale(node.sql()) : "-1";
        switch (node.function()) {
            case SUM -> {
                return exact && call(node, "fraiseql_sum(", value, ", " + scale, out);
            }
            case AVG -> {
                return exact && call(node, "fraiseql_avg(", value, ", " + scale + ", " + node.number(), out);
            }
            case MIN, MAX -> {
                return decimal(node)
                        && call(node, node.function().name() + "(", value, " COLLATE fraiseql_decimal", out);
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean decimal(Window node) {
        return node.type() == ColumnType.DECIMAL;
    }

    private static boolean call(Window node, String function, SqlExpr value, String more, SqlWriter out) {
        out.text(function).node(value).text(more).text(") ").node(node.over());
        return true;
    }
}
