package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.query.ListCursor;
import org.apache.arrow.vector.BaseFixedWidthVector;

/** A member whose values all take the same space. */
abstract class FixedColumn extends Column {

    private final BaseFixedWidthVector vector;
    final int column;
    private final boolean nullable;
    private final int width;

    FixedColumn(BaseFixedWidthVector vector, int column, boolean nullable) {
        this.vector = vector;
        this.column = column;
        this.nullable = nullable;
        this.width = Math.max(1, vector.getTypeWidth());
    }

    @Override
    final void begin(int rows) {
        if (vector.getValueCapacity() < rows) {
            vector.allocateNew(rows);
        } else {
            vector.reset();
        }
    }

    @Override
    final void grow(int rows) {
        while (vector.getValueCapacity() < rows) {
            vector.reAlloc();
        }
    }

    @Override
    final int write(ListCursor row, int index) {
        if (!row.isNull(column)) {
            set(row, index);
        }
        return width;
    }

    @Override
    final void absent(int index) {
        if (!nullable) {
            zero(index);
        }
    }

    /** Writes a value that is not null. */
    abstract void set(RowCursor row, int index);

    /** Writes any value. */
    abstract void zero(int index);
}
