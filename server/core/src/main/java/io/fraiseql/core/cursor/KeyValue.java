package io.fraiseql.core.cursor;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

/** A packed value as it is bound. */
public final class KeyValue {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private KeyValue() {}

    /**
     * The value that {@link ColumnType} says is bound.
     *
     * @param raw a {@link Long}, {@link Double}, {@code byte[]} or {@link UUID}, as packed from a column of the type
     * @throws IllegalArgumentException if it was not packed from such a column
     */
    public static Object of(@Nullable Object raw, ColumnType type) {
        try {
            Object value =
                    switch (type) {
                        case BOOLEAN -> raw instanceof Long number ? number != 0 : null;
                        case INT, BIGINT -> raw instanceof Long number ? number : null;
                        case FLOAT32, FLOAT -> raw instanceof Double number ? number : null;
                        case DECIMAL -> raw instanceof byte[] bytes ? decimal(text(bytes)) : null;
                        case TEXT, DURATION -> raw instanceof byte[] bytes ? text(bytes) : null;
                        case UUID -> raw instanceof UUID uuid ? uuid : null;
                        case BYTES -> raw instanceof byte[] bytes ? bytes : null;
                        case DATETIME, LOCAL_DATETIME, DATE, TIME ->
                            raw instanceof Long number ? time(number, type) : null;
                        case JSON -> null;
                    };
            if (value == null) {
                throw new IllegalArgumentException("not packed from a " + type);
            }
            return value;
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("no " + type, e);
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no text holds a NUL");
        }
        return text;
    }

    private static BigDecimal decimal(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("no plain digits");
        }
        return new BigDecimal(text);
    }

    private static Object time(long value, ColumnType type) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(value);
            case TIME -> LocalTime.MIDNIGHT.plus(value, ChronoUnit.MICROS);
            case LOCAL_DATETIME -> LocalDateTime.ofInstant(instant(value), ZoneOffset.UTC);
            default -> OffsetDateTime.ofInstant(instant(value), ZoneOffset.UTC);
        };
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
