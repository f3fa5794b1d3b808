package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.sqlite.value.Decimals;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlStatement.BindType;
import io.fraiseql.spi.error.FraiseqlException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;

/**
 * Binds values in the one form of each type that the dialect's SQL expects, whatever the column stores: date-times and times as
 * microseconds, dates as {@code YYYY-MM-DD}, decimals in their shortest plain form, UUIDs in lower case. Lists are one JSON text.
 */
public final class SqliteBinder {

    private static final long MICROS = 1_000_000L;
    private static final int MOST_DIGITS = 131_072;

    private SqliteBinder() {}

    /** Sets one parameter, counted from 1. */
    static void bind(PreparedStatement target, int position, BindType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            target.setNull(position, Types.NULL);
        } else if (!type.row().isEmpty()) {
            target.setString(position, JsonList.ofRows(type.row(), (List<?>) value));
        } else if (type.list()) {
            target.setString(position, JsonList.of(type.type(), (List<?>) value));
        } else {
            scalar(target, position, type.type(), value);
        }
    }

    private static void scalar(PreparedStatement target, int position, ColumnType type, Object value)
            throws SQLException {
        switch (type) {
            case BYTES -> target.setBytes(position, (byte[]) value);
            case FLOAT, FLOAT32 -> target.setDouble(position, (Double) value);
            case BOOLEAN -> target.setInt(position, (Boolean) value ? 1 : 0);
            case INT, BIGINT, DATETIME, LOCAL_DATETIME, TIME -> target.setLong(position, whole(type, value));
            default -> target.setString(position, text(type, value));
        }
    }

    /** An integer, a date-time or a time. */
    static long whole(ColumnType type, Object value) {
        return switch (type) {
            case DATETIME -> micros(((OffsetDateTime) value).toLocalDateTime(), ((OffsetDateTime) value).getOffset());
            case LOCAL_DATETIME -> micros((LocalDateTime) value, ZoneOffset.UTC);
            case TIME -> ((LocalTime) value).getLong(ChronoField.MICRO_OF_DAY);
            default -> (Long) value;
        };
    }

    private static long micros(LocalDateTime time, ZoneOffset offset) {
        return time.toEpochSecond(offset) * MICROS + time.getNano() / 1000;
    }

    /** The text of the other types but bytes, numbers and booleans. */
    static String text(ColumnType type, Object value) {
        return type == ColumnType.DECIMAL ? decimal((BigDecimal) value) : value.toString();
    }

    private static String decimal(BigDecimal value) {
        if (value.precision() + Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new FraiseqlException(
                    DatabaseErrorCode.BAD_USER_INPUT, "a decimal cannot have more than " + MOST_DIGITS + " digits");
        }
        return Decimals.canonical(value);
    }
}
