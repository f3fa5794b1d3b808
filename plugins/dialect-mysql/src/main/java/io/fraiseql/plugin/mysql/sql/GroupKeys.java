package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation.GroupKey;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/** Values in the one form that equal ones share, and the periods of times. */
final class GroupKeys {

    private final ExactText exact;

    GroupKeys(ExactText exact) {
        this.exact = exact;
    }

    boolean write(GroupKey key, SqlWriter out) {
        switch (key.type()) {
            case TEXT -> exact.write(key.value(), out);
            case UUID -> UuidForms.of(key.sql()).stored(key.value(), out);
            case DECIMAL -> Form.of(ColumnType.DECIMAL, key.value(), key.sql()).stored(key.value(), out);
            case BOOLEAN, INT, BIGINT -> whole(key.value(), key.sql(), out);
            default -> out.node(key.value());
        }
        return true;
    }

    private static void whole(SqlExpr value, @Nullable SqlType sql, SqlWriter out) {
        boolean bits = Values.bits(sql);
        out.text(bits ? "(" : "").node(value).text(bits ? " + 0)" : "");
    }

    boolean write(TimeBucket bucket, SqlWriter out) {
        SqlExpr value = bucket.value();
        switch (bucket.unit()) {
            case SECOND -> formatted("%Y-%m-%d %H:%i:%s", value, out);
            case MINUTE -> formatted("%Y-%m-%d %H:%i:00", value, out);
            case HOUR -> formatted("%Y-%m-%d %H:00:00", value, out);
            case DAY -> day("", bucket, out);
            case WEEK -> day(" - INTERVAL WEEKDAY(%) DAY", bucket, out);
            case MONTH -> day(" - INTERVAL DAYOFMONTH(%) - 1 DAY", bucket, out);
            case QUARTER -> day(" - INTERVAL DAYOFMONTH(%) - 1 DAY - INTERVAL MOD(MONTH(%) - 1, 3) MONTH", bucket, out);
            case YEAR -> day(" - INTERVAL DAYOFYEAR(%) - 1 DAY", bucket, out);
        }
        return true;
    }

    private static void formatted(String format, SqlExpr value, SqlWriter out) {
        out.text("CAST(DATE_FORMAT(").node(value).text(", '" + format + "') AS DATETIME)");
    }

    private static void day(String less, TimeBucket bucket, SqlWriter out) {
        boolean time = bucket.type() != ColumnType.DATE;
        out.text(time ? "CAST(DATE(" : "(").node(bucket.value()).text(time ? ")" : "");
        Form.fill(less, out, () -> out.node(bucket.value()));
        out.text(time ? " AS DATETIME)" : ")");
    }
}
