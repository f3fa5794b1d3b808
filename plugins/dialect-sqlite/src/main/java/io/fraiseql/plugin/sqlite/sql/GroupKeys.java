package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Values in the one form that equal ones share: decimals shortest, UUIDs in lower case, times in ISO 8601 with all digits. */
final class GroupKeys {

    private GroupKeys() {}

    static boolean write(SqlAggregation.GroupKey key, SqlWriter out) {
        switch (key.type()) {
            case TEXT -> text(key, out);
            case DECIMAL -> out.text("fraiseql_decimal(").node(key.value()).text(", " + Form.scale(key.sql()) + ")");
            case UUID ->
                out.text(Form.binaryUuid(key.sql()) ? "(" : "lower(")
                        .node(key.value())
                        .text(")");
            case DATETIME, LOCAL_DATETIME, DATE, TIME ->
                period("VALUE", key.type(), TimeStorage.of(key.sql()), key.value(), out);
            default -> out.node(key.value());
        }
        return true;
    }

    static boolean write(SqlAggregation.TimeBucket bucket, SqlWriter out) {
        period(bucket.unit().name(), bucket.type(), TimeStorage.of(bucket.sql()), bucket.value(), out);
        return true;
    }

    private static void period(String unit, ColumnType type, TimeStorage storage, SqlExpr value, SqlWriter out) {
        out.text("fraiseql_period(").node(value).text(", '" + type + "', '" + storage + "', '" + unit + "')");
    }

    private static void text(SqlAggregation.GroupKey key, SqlWriter out) {
        if (TextComparisons.asStored(key.sql())) {
            out.node(key.value());
            return;
        }
        out.text("CAST(").node(key.value()).text(" AS TEXT) COLLATE BINARY");
    }
}
