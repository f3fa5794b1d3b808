package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation.GroupKey;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Values in the one form that equal ones share. */
final class GroupKeys {

    private GroupKeys() {}

    static boolean write(GroupKey key, SqlWriter out) {
        if (key.type() == ColumnType.TEXT) {
            ExactText.write(key.value(), out);
        } else if (Form.isMoney(key.sql())) {
            out.text("CAST(").node(key.value()).text(" AS decimal(19, 4))");
        } else {
            Form.of(key.type(), key.sql()).stored(key.value(), out);
        }
        return true;
    }

    /**
     * What rows are grouped or partitioned by. Of texts that differ in blanks at the end alone, which are one in any comparison, the lengths
     * differ.
     */
    static void list(List<SqlExpr> keys, SqlWriter out) {
        for (int i = 0; i < keys.size(); i++) {
            SqlExpr key = keys.get(i);
            out.text(i == 0 ? "" : ", ").node(key);
            if (isText(key)) {
                out.text(", DATALENGTH(").node(key).text(")");
            }
        }
    }

    private static boolean isText(SqlExpr key) {
        return key.kind() == SqlNode.Kind.GROUP_KEY && ((GroupKey) key).type() == ColumnType.TEXT
                || key.kind() == SqlNode.Kind.COLUMN && ((SqlExpr.Column) key).type() == ColumnType.TEXT;
    }
}
