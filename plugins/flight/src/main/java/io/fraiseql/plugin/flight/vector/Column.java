package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.database.RowCursor;

/** Moves one member of the rows into its vector. One thread. */
abstract class Column {

    /** Empties the vector and makes room for so many rows. */
    abstract void begin(int rows);

    /**
     * Writes the value of the row that the cursor is at.
     *
     * @param index of the row in the batch
     * @return how many bytes it took
     */
    abstract int write(RowCursor row, int index);

    /** Writes what stands for the value in an object that is absent: a null, or zero where the schema allows no null. */
    abstract void absent(int index);
}
