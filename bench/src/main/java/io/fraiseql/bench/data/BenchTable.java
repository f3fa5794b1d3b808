package io.fraiseql.bench.data;

/** One table of the data set: its size and what stands in each row, which depends on the row's number alone. */
interface BenchTable {

    String name();

    int rows();

    /** Writes the row with this number, counted from 1. */
    void write(int row, Draw draw, CopyRow out);
}
