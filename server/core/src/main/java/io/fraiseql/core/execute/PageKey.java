package io.fraiseql.core.execute;

import io.fraiseql.core.plan.PagedPlan.KeyColumn;
import io.fraiseql.spi.database.RowCursor;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The key of the last row of a page, in the classes in which values are bound. Rows may come in any order. */
final class PageKey {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final List<KeyColumn> columns;
    private List<Object> values = List.of();
    private long ordinal = Long.MIN_VALUE;

    PageKey(List<KeyColumn> columns) {
        this.columns = columns;
    }

    /** Takes the key of the row that the cursor is at when it stands behind the others. */
    void offer(long place, RowCursor cursor) {
        if (columns.isEmpty() || !values.isEmpty() && place <= ordinal) {
            return;
        }
        ordinal = place;
        List<Object> key = new ArrayList<>(columns.size());
        columns.forEach(column -> key.add(value(column, cursor)));
        values = key;
    }

    /** Empty when the page has no rows, or no key is wanted. */
    List<Object> values() {
        return values;
    }

    private static Object value(KeyColumn key, RowCursor cursor) {
        int column = key.column();
        return switch (key.type()) {
            case INT, BIGINT -> cursor.getLong(column);
            case UUID -> new UUID(cursor.getUuidHigh(column), cursor.getUuidLow(column));
            case TEXT -> text(column, cursor);
            case DECIMAL -> new BigDecimal(text(column, cursor));
            case DATE -> LocalDate.ofEpochDay(cursor.getLong(column));
            case TIME -> LocalTime.ofNanoOfDay(cursor.getLong(column) * 1000);
            case LOCAL_DATETIME -> EPOCH.plus(cursor.getLong(column), ChronoUnit.MICROS);
            case DATETIME ->
                EPOCH.plus(cursor.getLong(column), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            case BOOLEAN, FLOAT, FLOAT32, DURATION, JSON, BYTES ->
                throw new IllegalStateException("no key of a page: " + key.type());
        };
    }

    private static String text(int column, RowCursor cursor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        cursor.getBytes(column, bytes::write);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
