package io.fraiseql.plugin.mysql.capture;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.CapturedTable;
import java.util.Locale;

/**
 * Dates and times. A {@code TIMESTAMP} is shown in the time zone of whoever writes, and only {@code UNIX_TIMESTAMP} gives what is stored; a
 * {@code DATETIME} is what it is. {@code {x}} stands for the value.
 */
final class TimeForms {

    private static final String WHOLE = "YEAR({x}) > 0 AND MONTH({x}) > 0 AND DAYOFMONTH({x}) > 0";
    private static final String UTC =
            "('1970-01-01' + INTERVAL CAST(UNIX_TIMESTAMP({x}) * 1000000 AS SIGNED) MICROSECOND)";
    private static final String FRACTION = " CASE MICROSECOND({x}) WHEN 0 THEN '' ELSE DATE_FORMAT({x}, '.%f') END";

    private TimeForms() {}

    static String of(CapturedTable.Column column) {
        return switch (column.type()) {
            case DATE -> "CASE WHEN " + WHOLE + " THEN DATE_FORMAT({x}, '\"%Y-%m-%d\"') END";
            case TIME ->
                "CASE WHEN {x} >= '00:00:00' AND {x} < '24:00:00' THEN CONCAT('\"', TIME_FORMAT({x}, '%H:%i:%s'),"
                        + FRACTION.replace("DATE_FORMAT", "TIME_FORMAT") + ", '\"') END";
            default -> moment(column);
        };
    }

    private static String moment(CapturedTable.Column column) {
        String zone = column.type() == ColumnType.DATETIME ? "Z" : "";
        String value = isTimestamp(column) ? UTC : "{x}";
        return "CASE WHEN " + WHOLE + " THEN CONCAT(DATE_FORMAT(" + value + ", '\"%Y-%m-%dT%H:%i:%s')," + FRACTION
                + ", '" + zone + "\"') END";
    }

    private static boolean isTimestamp(CapturedTable.Column column) {
        @Nullable SqlType sql = column.sql();
        if (sql == null) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "triggers on MySQL and MariaDB must know whether the column of '" + column.field()
                            + "' is a datetime or a timestamp; say so in its `sql`, as `introspect` does");
        }
        return sql.type().toLowerCase(Locale.ROOT).startsWith("timestamp");
    }
}
