package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.query.ListCursor;

/** Moves one member of the rows into its vector. One thread. */
abstract class Column {

    /** Empties the vector and makes room for so many rows. */
    abstract void begin(int rows);

    /** Makes room for so many rows and keeps those that are there. */
    abstract void grow(int rows);

    /**
     * Writes the value of the row that the cursor is at.
     *
     * @param index of the row among those of its list, within the room that was made
     * @return how many bytes it took
     */
    abstract int write(ListCursor row, int index);

    /** Writes what stands for the value in an object that is absent: a null, or zero where the schema allows no null. */
    abstract void absent(int index);
}
