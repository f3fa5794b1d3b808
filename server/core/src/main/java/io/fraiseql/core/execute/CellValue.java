package io.fraiseql.core.execute;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowCursor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** Reads a value that is not null as the object by which it is bound again, as {@link ColumnType} says. */
final class CellValue {

    private static final long MICROS = 1_000_000L;
    private static final int NANOS_OF_MICRO = 1_000;

    private CellValue() {}

    static Object read(RowCursor row, int column, ColumnType type) {
        return switch (type) {
            case BOOLEAN -> row.getBoolean(column);
            case INT, BIGINT -> row.getLong(column);
            case FLOAT32, FLOAT -> row.getDouble(column);
            case DECIMAL -> new BigDecimal(text(row, column));
            case TEXT, DURATION, JSON -> text(row, column);
            case BYTES -> bytes(row, column);
            case UUID -> new UUID(row.getUuidHigh(column), row.getUuidLow(column));
            case DATE -> LocalDate.ofEpochDay(row.getLong(column));
            case TIME -> LocalTime.ofNanoOfDay(row.getLong(column) * NANOS_OF_MICRO);
            case LOCAL_DATETIME -> local(row.getLong(column));
            case DATETIME -> local(row.getLong(column)).atOffset(ZoneOffset.UTC);
        };
    }

    private static LocalDateTime local(long micros) {
        int nanos = (int) Math.floorMod(micros, MICROS) * NANOS_OF_MICRO;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC);
    }

    private static String text(RowCursor row, int column) {
        return new String(bytes(row, column), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(RowCursor row, int column) {
        byte[][] taken = new byte[1][];
        row.getBytes(
                column, (source, offset, length) -> taken[0] = Arrays.copyOfRange(source, offset, offset + length));
        return taken[0];
    }
}
