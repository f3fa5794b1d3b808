package io.fraiseql.plugin.jdbc.cell;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One column of the current row, decoded once; what it holds of a null is zero. Used by the thread of its cursor. */
public abstract class Cell {

    private boolean isNull;

    /** Decodes the value of a column, counted from 1. */
    final void load(ResultSet rows, int column) throws SQLException {
        isNull = !decode(rows, column);
    }

    /** Keeps the value; false, with zero kept, when it is null. */
    protected abstract boolean decode(ResultSet rows, int column) throws SQLException;

    final boolean isNull() {
        return isNull;
    }

    protected long number() {
        throw wrongGetter();
    }

    protected double real() {
        throw wrongGetter();
    }

    /** Not called for a null. */
    protected byte[] bytes() {
        throw wrongGetter();
    }

    protected long uuidHigh() {
        throw wrongGetter();
    }

    protected long uuidLow() {
        throw wrongGetter();
    }

    private IllegalStateException wrongGetter() {
        return new IllegalStateException(getClass().getSimpleName() + ": use the getter that the column's type names");
    }
}
