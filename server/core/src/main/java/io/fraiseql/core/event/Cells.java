package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowCursor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads values that are objects. */
public final class Cells {

    private Cells() {}

    /** A text or JSON that is not null. */
    public static String text(RowCursor row, int column) {
        StringBuilder text = new StringBuilder();
        row.getBytes(
                column,
                (source, offset, length) -> text.append(new String(source, offset, length, StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** The same, or null. */
    public static @Nullable String textOrNull(RowCursor row, int column) {
        return row.isNull(column) ? null : text(row, column);
    }

    /** A DATETIME. */
    public static Instant instant(RowCursor row, int column) {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }
}
