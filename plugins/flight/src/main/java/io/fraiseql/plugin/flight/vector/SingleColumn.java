package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.query.ListCursor;

/** The one row of a list that always has one. */
final class SingleColumn extends Column {

    private final int column;
    private final ObjectColumn object;

    /** @param object writes the row */
    SingleColumn(int column, ObjectColumn object) {
        this.column = column;
        this.object = object;
    }

    @Override
    void begin(int rows) {
        object.begin(rows);
    }

    @Override
    void grow(int rows) {
        object.grow(rows);
    }

    @Override
    int write(ListCursor row, int index) {
        ListCursor below = row.list(column);
        if (!below.next()) {
            throw new IllegalStateException("a list of one row has none");
        }
        return object.write(below, index);
    }

    @Override
    void absent(int index) {
        object.absent(index);
    }
}
