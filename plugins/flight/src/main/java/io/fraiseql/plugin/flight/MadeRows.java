package io.fraiseql.plugin.flight;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.query.ListCursor;

/** Rows that no query of the database gives; a kind of rows has the getters of the types that it has. One thread. */
abstract class MadeRows implements ListCursor {

    @Override
    public boolean isNull(int column) {
        return false;
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        throw noSuch(column);
    }

    @Override
    public long getLong(int column) {
        throw noSuch(column);
    }

    @Override
    public boolean getBoolean(int column) {
        throw noSuch(column);
    }

    @Override
    public double getDouble(int column) {
        throw noSuch(column);
    }

    @Override
    public long getUuidHigh(int column) {
        throw noSuch(column);
    }

    @Override
    public long getUuidLow(int column) {
        throw noSuch(column);
    }

    @Override
    public ListCursor list(int column) {
        throw noSuch(column);
    }

    static IllegalArgumentException noSuch(int column) {
        return new IllegalArgumentException("these rows have no column " + column + " of this type");
    }

    /** What they are made of is closed by who opened it. */
    @Override
    public void close() {}
}
