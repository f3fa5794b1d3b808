package io.fraiseql.plugin.mysql.read;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One column of the current row, decoded once; what it holds of a null is zero. Used by the thread of its cursor. */
abstract class Cell {

    private boolean isNull;

    /** Decodes the value of a column, counted from 1. */
    final void load(ResultSet rows, int column) throws SQLException {
        isNull = !decode(rows, column);
    }

    /** Keeps the value; false, with zero kept, when it is null. */
    abstract boolean decode(ResultSet rows, int column) throws SQLException;

    final boolean isNull() {
        return isNull;
    }

    long number() {
        throw wrongGetter();
    }

    double real() {
        throw wrongGetter();
    }

    /** Not called for a null. */
    byte[] bytes() {
        throw wrongGetter();
    }

    long uuidHigh() {
        throw wrongGetter();
    }

    long uuidLow() {
        throw wrongGetter();
    }

    private IllegalStateException wrongGetter() {
        return new IllegalStateException(getClass().getSimpleName() + ": use the getter that the column's type names");
    }
}
