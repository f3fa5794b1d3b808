package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** SQLite stores times and UUIDs as ISO text, lists as JSON text, decimals of more than 15 digits as text, booleans as 0 and 1. */
final class SqliteValues implements DemoValues {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIME_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter TIME_MICROSECONDS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

    @Override
    public void bind(PreparedStatement insert, int index, DemoColumn column, @Nullable Object value)
            throws SQLException {
        insert.setObject(index, value == null ? null : stored(column, value));
    }

    private static Object stored(DemoColumn column, Object value) {
        if (column.array()) {
            return JsonText.list((List<?>) value);
        }
        return switch (column.type()) {
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case DECIMAL ->
                column.exactText() ? ((BigDecimal) value).toPlainString() : (Object) ((BigDecimal) value).doubleValue();
            case DATETIME ->
                dateTime(((OffsetDateTime) value)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toLocalDateTime())
                        + "Z";
            case LOCAL_DATETIME -> dateTime((LocalDateTime) value);
            case TIME -> time((LocalTime) value);
            case DATE, UUID -> value.toString();
            default -> value;
        };
    }

    private static String dateTime(LocalDateTime value) {
        return (value.getNano() == 0 ? SECONDS : MICROSECONDS).format(value);
    }

    private static String time(LocalTime value) {
        return (value.getNano() == 0 ? TIME_SECONDS : TIME_MICROSECONDS).format(value);
    }
}
