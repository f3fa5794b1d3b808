package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import java.sql.SQLException;

/** Rows as the server sends them: each value is the bytes of the wire, decoded by the reader of its column when it is asked for. */
abstract class WireCursor implements RowCursor {

    private final StatementRun run;
    private final ColumnReader[] readers;
    private final byte[][] values;
    /** The row that each of the values is of: columns that nobody asks for are never fetched. */
    private final long[] fetched;

    private long row;

    WireCursor(StatementRun run, ColumnReader[] readers) {
        this.run = run;
        this.readers = readers;
        this.values = new byte[readers.length][];
        this.fetched = new long[readers.length];
    }

    /** Moves to the next row; false after the last. */
    abstract boolean advance() throws SQLException;

    /** The bytes of a value of the row; null for a null. */
    abstract byte @Nullable [] fetch(int column) throws SQLException;

    @Override
    public final boolean next() {
        run.check();
        try {
            row++;
            return advance();
        } catch (SQLException e) {
            throw run.failed(e);
        }
    }

    private byte @Nullable [] value(int column) {
        if (fetched[column] != row) {
            try {
                values[column] = fetch(column);
            } catch (SQLException e) {
                throw run.failed(e);
            }
            fetched[column] = row;
        }
        return values[column];
    }

    @Override
    public boolean isNull(int column) {
        return value(column) == null;
    }

    @Override
    public boolean getBoolean(int column) {
        byte @Nullable [] value = value(column);
        return value != null && readers[column].readBoolean(value);
    }

    @Override
    public long getLong(int column) {
        byte @Nullable [] value = value(column);
        return value == null ? 0 : readers[column].readLong(value);
    }

    @Override
    public double getDouble(int column) {
        byte @Nullable [] value = value(column);
        return value == null ? 0 : readers[column].readDouble(value);
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        byte @Nullable [] value = value(column);
        if (value != null) {
            readers[column].readBytes(value, target);
        }
    }

    @Override
    public long getUuidHigh(int column) {
        byte @Nullable [] value = value(column);
        return value == null ? 0 : readers[column].readUuidHigh(value);
    }

    @Override
    public long getUuidLow(int column) {
        byte @Nullable [] value = value(column);
        return value == null ? 0 : readers[column].readUuidLow(value);
    }

    @Override
    public void close() {
        run.end();
    }
}
