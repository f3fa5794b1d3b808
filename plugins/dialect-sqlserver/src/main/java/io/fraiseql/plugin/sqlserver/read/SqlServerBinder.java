package io.fraiseql.plugin.sqlserver.read;

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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Sets parameters: durations as microseconds, UUIDs as text. A list, or a list of rows, is one JSON text, in which times and decimals are texts and bytes
 * hexadecimal.
 */
final class SqlServerBinder {

    private static final int MOST_DIGITS = 38;

    /** The server reads up to seven digits of a second, and seconds even where they are 0. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT);

    private static final DateTimeFormatter LOCAL_DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS", Locale.ROOT);

    private SqlServerBinder() {}

    static void bind(PreparedStatement target, int index, BindType bind, @Nullable Object value) throws SQLException {
        if (value == null) {
            target.setNull(index, bind.list() ? Types.NVARCHAR : sqlType(bind.type()));
        } else if (!bind.row().isEmpty()) {
            target.setString(index, JsonRows.of(bind.row(), (List<?>) value, true, SqlServerBinder::element));
        } else if (bind.list()) {
            target.setString(index, list(bind.type(), (List<?>) value));
        } else {
            bindOne(target, index, bind.type(), value);
        }
    }

    /** A null has a type, because there is no conversion from another one to bytes. */
    private static int sqlType(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> Types.BIT;
            case INT, BIGINT, DURATION -> Types.BIGINT;
            case FLOAT32 -> Types.REAL;
            case FLOAT -> Types.DOUBLE;
            case DECIMAL -> Types.DECIMAL;
            case BYTES -> Types.VARBINARY;
            case TEXT, JSON, UUID -> Types.NVARCHAR;
            case DATETIME -> Types.TIMESTAMP_WITH_TIMEZONE;
            case LOCAL_DATETIME -> Types.TIMESTAMP;
            case DATE -> Types.DATE;
            case TIME -> Types.TIME;
        };
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
            case LOCAL_DATETIME, TIME, DATE -> target.setObject(index, value);
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
            case BYTES -> JsonArray.string(HexFormat.of().withUpperCase().formatHex((byte[]) value));
            case DATETIME -> JsonArray.string(INSTANT.format(utc(value)));
            case LOCAL_DATETIME -> JsonArray.string(LOCAL_DATE_TIME.format((TemporalAccessor) value));
            case TIME -> JsonArray.string(TIME.format((TemporalAccessor) value));
            case TEXT, UUID, DATE -> JsonArray.string(value.toString());
        };
    }

    /** A column without offset keeps what stands before it. */
    private static OffsetDateTime utc(Object value) {
        return ((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static long micros(Object value) {
        try {
            return IsoDuration.parse((String) value).length();
        } catch (Misfit e) {
            throw new FraiseqlException(DatabaseErrorCode.BAD_USER_INPUT, "the duration is too long", e);
        }
    }

    /** The server would round what has more digits, and then find what is not equal. */
    private static BigDecimal decimal(Object value) {
        BigDecimal decimal = ((BigDecimal) value).stripTrailingZeros();
        BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        if (plain.precision() > MOST_DIGITS || plain.scale() > MOST_DIGITS) {
            throw new FraiseqlException(
                    DatabaseErrorCode.BAD_USER_INPUT, "a decimal cannot have more than 38 digits here");
        }
        return plain;
    }
}
