package io.fraiseql.server.demo;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A demo table: its columns in declared order and its rows, each a function of its number alone.
 *
 * @param rows how many there are
 * @param row the values of a row, from 0, in column order; an {@link Integer} for INT, else an instance of the class that
 *     the column's {@link io.fraiseql.spi.database.ColumnType} binds; null, or a list of those
 */
public record DemoTable(String name, List<DemoColumn> columns, int rows, IntFunction<Object[]> row) {

    public DemoTable {
        columns = List.copyOf(columns);
    }

    /** All rows in order. */
    public Stream<Object[]> stream() {
        return IntStream.range(0, rows).mapToObj(row);
    }
}
