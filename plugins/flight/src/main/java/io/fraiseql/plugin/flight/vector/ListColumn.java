package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.query.ListCursor;
import org.apache.arrow.vector.complex.ListVector;

/** The rows of a list below a row. */
final class ListColumn extends Column {

    private static final int OFFSET_BYTES = 4;
    private static final int FIRST_ROOM = 1024;

    private final ListVector list;
    private final Column rows;
    private final int column;
    private int room = FIRST_ROOM;
    private int count;
    private boolean more;

    /** @param rows writes a row of the list */
    ListColumn(ListVector list, int column, Column rows) {
        this.list = list;
        this.column = column;
        this.rows = rows;
    }

    @Override
    void begin(int parents) {
        list.reset();
        rows.begin(room);
        count = 0;
    }

    /** The offsets grow where they are written. */
    @Override
    void grow(int parents) {}

    @Override
    int write(ListCursor row, int index) {
        return OFFSET_BYTES + writeRows(row.list(column), index, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * Writes rows of a cursor as the list of one row, as many as there are within the bounds, but one at least.
     *
     * @return how many bytes they took
     */
    int writeRows(ListCursor below, int index, int mostRows, long mostBytes) {
        int bytes = 0;
        int first = count;
        list.startNewValue(index);
        more = true;
        while (more && count - first < mostRows && bytes < mostBytes) {
            more = below.next();
            if (more) {
                if (count == room) {
                    room *= 2;
                    rows.grow(room);
                }
                bytes += rows.write(below, count++);
            }
        }
        list.endValue(index, count - first);
        return bytes;
    }

    /** Whether a cursor may have more than was written last. */
    boolean goesOn() {
        return more;
    }

    /** How many rows there are in all. */
    int count() {
        return count;
    }

    /** A list is never null: one without rows stands for it. */
    @Override
    void absent(int index) {
        list.startNewValue(index);
        list.endValue(index, 0);
    }
}
