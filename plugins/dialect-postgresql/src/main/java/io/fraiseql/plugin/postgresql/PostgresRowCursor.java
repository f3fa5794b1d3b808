package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowShape;
import java.sql.SQLException;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.jdbc.PgResultSet;

/** The rows of an executed statement. */
final class PostgresRowCursor extends WireCursor {

    private final PgResultSet rows;

    private PostgresRowCursor(PgResultSet rows, StatementRun run, ColumnReader[] readers) {
        super(run, readers);
        this.rows = rows;
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
    boolean advance() throws SQLException {
        return rows.next();
    }

    @Override
    byte @Nullable [] fetch(int column) throws SQLException {
        return rows.getBytes(column + 1);
    }
}
