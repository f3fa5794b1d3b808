package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.engine.ColumnarRows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** A cell as text, from its column's type alone. */
final class CellText {

    private CellText() {}

    static String of(ColumnarRows rows, int row, int column) {
        return switch (rows.type(column)) {
            case BOOLEAN -> String.valueOf(rows.number(row, column) == 1);
            case INT, BIGINT -> String.valueOf(rows.number(row, column));
            case FLOAT32, FLOAT -> String.valueOf(Double.longBitsToDouble(rows.number(row, column)));
            case UUID -> new UUID(rows.number(row, column), rows.lowNumber(row, column)).toString();
            case DATETIME -> instant(rows.number(row, column)).toString();
            case LOCAL_DATETIME ->
                LocalDateTime.ofInstant(instant(rows.number(row, column)), ZoneOffset.UTC)
                        .toString();
            case DATE -> LocalDate.ofEpochDay(rows.number(row, column)).toString();
            case TIME ->
                LocalTime.MIDNIGHT
                        .plus(rows.number(row, column), ChronoUnit.MICROS)
                        .toString();
            case DECIMAL, TEXT, DURATION, JSON -> new String(rows.bytes(row, column), StandardCharsets.UTF_8);
            case BYTES -> Base64.getEncoder().encodeToString(rows.bytes(row, column));
        };
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
