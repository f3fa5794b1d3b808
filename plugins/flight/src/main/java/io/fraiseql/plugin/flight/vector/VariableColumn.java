package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.query.ListCursor;
import org.apache.arrow.vector.BaseVariableWidthVector;

/** A member whose values are bytes, taken as they come. */
class VariableColumn extends Column implements ByteSink {

    private static final byte[] NONE = {};
    private static final int OFFSET_BYTES = 4;
    private static final int FIRST_BYTES_OF_A_VALUE = 8;

    private final BaseVariableWidthVector vector;
    final int column;
    private final boolean nullable;
    private int index;
    private int written;

    VariableColumn(BaseVariableWidthVector vector, int column, boolean nullable) {
        this.vector = vector;
        this.column = column;
        this.nullable = nullable;
    }

    @Override
    final void begin(int rows) {
        if (vector.getValueCapacity() < rows) {
            vector.allocateNew((long) rows * FIRST_BYTES_OF_A_VALUE, rows);
        } else {
            vector.reset();
        }
    }

    /** The vector grows where it is written. */
    @Override
    final void grow(int rows) {}

    @Override
    final int write(ListCursor row, int at) {
        written = OFFSET_BYTES;
        if (!row.isNull(column)) {
            index = at;
            set(row);
        }
        return written;
    }

    /** Writes a value that is not null. */
    void set(RowCursor row) {
        row.getBytes(column, this);
    }

    @Override
    public final void write(byte[] source, int offset, int length) {
        vector.setSafe(index, source, offset, length);
        written += length;
    }

    @Override
    final void absent(int at) {
        if (!nullable) {
            vector.setSafe(at, NONE, 0, 0);
        }
    }
}
