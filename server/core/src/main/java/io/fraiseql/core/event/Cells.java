package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
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

    /** A text; null also where there is something else. */
    static @Nullable String readableText(RowCursor row, int column) {
        try {
            return textOrNull(row, column);
        } catch (FraiseqlException e) {
            if (e.code() != DatabaseErrorCode.VALUE_NOT_READABLE) {
                throw e;
            }
            return null;
        }
    }

    /** A DATETIME. */
    public static Instant instant(RowCursor row, int column) {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }
}
