package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.value.IsoDuration;
import io.fraiseql.plugin.jdbc.value.JsonArray;
import io.fraiseql.plugin.jdbc.value.JsonRows;
import io.fraiseql.plugin.jdbc.value.Misfit;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/**
 * Sets parameters: date-times in UTC, durations as microseconds, UUIDs in lower case. A list, or a list of rows, is one JSON text, in which times and
 * decimals are texts and bytes hexadecimal.
 */
final class MysqlBinder {

    private static final int MOST_DIGITS = 65;
    private static final int MOST_FRACTION_DIGITS = 30;

    private MysqlBinder() {}

    static void bind(PreparedStatement target, int index, BindType bind, @Nullable Object value) throws SQLException {
        if (value == null) {
            target.setNull(index, Types.NULL);
        } else if (!bind.row().isEmpty()) {
            target.setString(index, JsonRows.of(bind.row(), (List<?>) value, false, MysqlBinder::element));
        } else if (bind.list()) {
            target.setString(index, list(bind.type(), (List<?>) value));
        } else {
            bindOne(target, index, bind.type(), value);
        }
    }

    private static void bindOne(PreparedStatement target, int index, ColumnType type, Object value)
            throws SQLException {
        switch (type) {
            case BOOLEAN -> target.setBoolean(index, (Boolean) value);
            case INT, BIGINT -> target.setLong(index, (Long) value);
            case FLOAT32 -> target.setFloat(index, ((Double) value).floatValue());
            case FLOAT -> target.setDouble(index, (Double) value);
            case DECIMAL -> target.setBigDecimal(index, decimal(value));
            case BYTES -> target.setBytes(index, (byte[]) value);
            case TEXT, JSON -> target.setString(index, (String) value);
            case UUID -> target.setString(index, value.toString());
            case DATETIME -> target.setObject(index, utc(value));
            case LOCAL_DATETIME, TIME -> target.setObject(index, value);
            // The driver's own form of a date is no packet that MySQL reads.
            case DATE -> target.setString(index, value.toString());
            case DURATION -> target.setLong(index, micros(value));
        }
    }

    private static String list(ColumnType type, List<?> values) {
        return JsonArray.plain(values, value -> element(type, value));
    }

    private static String element(ColumnType type, Object value) {
        return switch (type) {
            case BOOLEAN -> (Boolean) value ? "1" : "0";
            case INT, BIGINT, FLOAT32, FLOAT, JSON -> value.toString();
            case DURATION -> Long.toString(micros(value));
            case DECIMAL -> JsonArray.string(decimal(value).toPlainString());
            case BYTES -> JsonArray.string(HexFormat.of().formatHex((byte[]) value));
            case DATETIME -> JsonArray.string(utc(value).toString());
            case TEXT, UUID, LOCAL_DATETIME, DATE, TIME -> JsonArray.string(value.toString());
        };
    }

    private static LocalDateTime utc(Object value) {
        return ((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    private static long micros(Object value) {
        try {
            return IsoDuration.parse((String) value).length();
        } catch (Misfit e) {
            throw new FraiseqlException(DatabaseErrorCode.BAD_USER_INPUT, "the duration is too long", e);
        }
    }

    /** The servers would round what has more digits, and then find what is not equal. */
    private static BigDecimal decimal(Object value) {
        BigDecimal decimal = ((BigDecimal) value).stripTrailingZeros();
        long whole = (long) decimal.precision() - decimal.scale();
        if (whole > MOST_DIGITS - MOST_FRACTION_DIGITS && decimal.scale() > 0
                || whole > MOST_DIGITS
                || decimal.scale() > MOST_FRACTION_DIGITS) {
            throw new FraiseqlException(
                    DatabaseErrorCode.BAD_USER_INPUT,
                    "a decimal cannot have more than 65 digits here, 35 where it has a fraction and 30 in it");
        }
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
}
