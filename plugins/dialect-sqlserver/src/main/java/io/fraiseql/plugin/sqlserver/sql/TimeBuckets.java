package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * The starts of periods, for every year that dates have: differences from a fixed time would leave out what lies before 1753 or has too
 * many seconds. {@code %} is a date or a time; that of an instant is in UTC.
 */
final class TimeBuckets {

    private static final String DATE = "DATEFROMPARTS(YEAR(%), ";
    private static final String TIME = "DATETIME2FROMPARTS(YEAR(%), MONTH(%), DAY(%), DATEPART(hour, %), ";

    /** The first day of all. */
    private static final String MONDAY = "DATEFROMPARTS(1, 1, 1)";

    private TimeBuckets() {}

    static boolean write(TimeBucket bucket, SqlWriter out) {
        ColumnType type = bucket.type();
        String value = Form.of(type, bucket.sql()).stored();
        String local = type == ColumnType.DATETIME
                ? "SWITCHOFFSET(CAST(" + value + " AS datetimeoffset(7)), '+00:00')"
                : value;
        String start = start(bucket.unit()).replace("%", local);
        String typed =
                switch (type) {
                    case DATETIME -> "CAST(" + start + " AS datetimeoffset(0))";
                    case LOCAL_DATETIME -> "CAST(" + start + " AS datetime2(0))";
                    default -> start;
                };
        Form.fill(typed, out, () -> out.node(bucket.value()));
        return true;
    }

    private static String start(TimeBucket.Unit unit) {
        return switch (unit) {
            case SECOND -> TIME + "DATEPART(minute, %), DATEPART(second, %), 0, 0)";
            case MINUTE -> TIME + "DATEPART(minute, %), 0, 0, 0)";
            case HOUR -> TIME + "0, 0, 0, 0)";
            case DAY -> "CAST(% AS date)";
            case WEEK -> "DATEADD(day, DATEDIFF(day, " + MONDAY + ", %) / 7 * 7, " + MONDAY + ")";
            case MONTH -> DATE + "MONTH(%), 1)";
            case QUARTER -> DATE + "3 * DATEPART(quarter, %) - 2, 1)";
            case YEAR -> DATE + "1, 1)";
        };
    }
}
