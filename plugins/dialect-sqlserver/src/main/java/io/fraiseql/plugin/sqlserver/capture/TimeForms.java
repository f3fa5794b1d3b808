package io.fraiseql.plugin.sqlserver.capture;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.CapturedTable;

/** Dates and times with six digits behind the point of a second, or none. {@code {x}} stands for the value. */
final class TimeForms {

    private static final String FRACTION = " + CASE DATEPART(microsecond, {v}) WHEN 0 THEN N'' ELSE N'.'"
            + " + RIGHT(N'00000' + CAST(DATEPART(microsecond, {v}) AS nvarchar(6)), 6) END";

    private static final String DATE = "N'\"' + CONVERT(nvarchar(10), TRY_CAST({x} AS date), 23) + N'\"'";
    private static final String TIME = ("N'\"' + CONVERT(nvarchar(8), {v}, 108)" + FRACTION + " + N'\"'")
            .replace("{v}", "TRY_CAST({x} AS time(7))");
    private static final String MOMENT = "N'\"' + CONVERT(nvarchar(19), {v}, 126)" + FRACTION + " + N'{z}\"'";

    /** A time without an offset is in UTC. */
    private static final String UTC =
            "CAST(SWITCHOFFSET(TRY_CAST({x} AS datetimeoffset(7)), '+00:00') AS datetime2(7))";

    private TimeForms() {}

    static String of(CapturedTable.Column column) {
        return switch (column.type()) {
            case DATE -> DATE;
            case TIME -> TIME;
            case DATETIME -> MOMENT.replace("{v}", UTC).replace("{z}", "Z");
            default -> MOMENT.replace("{v}", local(column.sql())).replace("{z}", "");
        };
    }

    /** The older type counts in 1/300 s; it is read by milliseconds. */
    private static String local(@Nullable SqlType sql) {
        boolean old = sql != null && sql.type().equals("datetime");
        return "TRY_CAST({x} AS datetime2(" + (old ? "3" : "7") + "))";
    }
}
