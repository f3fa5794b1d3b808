package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowCursor;

/**
 * A row of {@code fraiseql_event_cursor}.
 *
 * @param name {@link LeasedCursor#SEQUENCER} or the name of a consumer
 * @param position the last position that was given or read; 0 at first
 * @param owner the process that moves it; null when none does
 * @param token counts the owners
 * @param beat grows while the owner is alive
 */
public record CursorState(
        String name, long position, @Nullable String owner, long token, long beat) {

    static CursorState read(RowCursor row) {
        return new CursorState(
                Cells.text(row, 0), row.getLong(1), Cells.textOrNull(row, 2), row.getLong(3), row.getLong(4));
    }

    /** Whether nobody has moved or claimed it in between. */
    boolean unchangedSince(CursorState earlier) {
        return token == earlier.token && beat == earlier.beat;
    }
}
