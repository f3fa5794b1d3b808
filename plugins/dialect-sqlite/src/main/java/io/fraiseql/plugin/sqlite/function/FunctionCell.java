package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import java.sql.SQLException;

/** An argument of the running call of a function. */
record FunctionCell(Arguments arguments, int index) implements Cell {

    private static final byte[] EMPTY = new byte[0];

    /** What the driver tells of the arguments of the running call. */
    interface Arguments {
        int type(int index) throws SQLException;

        long integer(int index) throws SQLException;

        double real(int index) throws SQLException;

        byte[] blob(int index) throws SQLException;
    }

    /** One for each argument. */
    static Cell[] all(Arguments arguments, int count) {
        Cell[] cells = new Cell[count];
        for (int i = 0; i < count; i++) {
            cells[i] = new FunctionCell(arguments, i);
        }
        return cells;
    }

    @Override
    public StorageClass storage() throws SQLException {
        return StorageClass.of(arguments.type(index));
    }

    @Override
    public long integer() throws SQLException {
        return arguments.integer(index);
    }

    @Override
    public double real() throws SQLException {
        return arguments.real(index);
    }

    @Override
    public byte[] bytes() throws SQLException {
        byte[] bytes = arguments.blob(index);
        return bytes == null ? EMPTY : bytes;
    }
}
