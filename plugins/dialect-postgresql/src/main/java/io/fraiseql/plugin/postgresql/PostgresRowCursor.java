package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import java.sql.SQLException;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.jdbc.PgResultSet;

/** Rows as the server sent them: each value is the bytes of the wire, decoded by the reader of its column when it is asked for. */
final class PostgresRowCursor implements RowCursor {

    private final PgResultSet rows;
    private final StatementRun run;
    private final ColumnReader[] readers;
    private final byte[][] values;
    /** The row that each of the values is of: columns that nobody asks for are never fetched. */
    private final long[] fetched;

    private long row;

    private PostgresRowCursor(PgResultSet rows, StatementRun run, ColumnReader[] readers) {
        this.rows = rows;
        this.run = run;
        this.readers = readers;
        this.values = new byte[readers.length][];
        this.fetched = new long[readers.length];
    }

    /** Chooses a reader for each column by what the server sends. */
    static PostgresRowCursor open(PgResultSet rows, RowShape shape, StatementRun run) throws SQLException {
        PGResultSetMetaData metadata = rows.getMetaData().unwrap(PGResultSetMetaData.class);
        ColumnReader[] readers = new ColumnReader[shape.columns().size()];
        for (int i = 0; i < readers.length; i++) {
            boolean binary = metadata.getFormat(i + 1) == 1;
            readers[i] = ColumnReaders.choose(shape.columns().get(i).type(), rows.getColumnOID(i + 1), binary, i);
        }
        return new PostgresRowCursor(rows, run, readers);
    }

    @Override
    public boolean next() {
        run.check();
        try {
            if (!rows.next()) {
                return false;
            }
            row++;
            return true;
        } catch (SQLException e) {
            throw run.failed(e);
        }
    }

    private byte @Nullable [] value(int column) {
        if (fetched[column] != row) {
            try {
                values[column] = rows.getBytes(column + 1);
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
