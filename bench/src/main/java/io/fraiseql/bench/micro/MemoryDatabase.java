package io.fraiseql.bench.micro;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.util.List;
import javax.sql.DataSource;

/** Answers every statement with the same number of rows of {@link MemoryRows}, without any database. */
record MemoryDatabase(int rows) implements Database {

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new Session(rows);
    }

    @Override
    public String ping() {
        return "memory";
    }

    @Override
    public DatabaseSchema introspect(List<String> schemas) {
        throw new UnsupportedOperationException("there are no tables");
    }

    @Override
    public PoolState pool() {
        return new PoolState(0, 1, 0, 1);
    }

    @Override
    public DataSource systemDataSource() {
        throw new UnsupportedOperationException("there is no connection");
    }

    @Override
    public void close() {}

    private record Session(int rows) implements ReadSession {

        @Override
        public RowCursor query(SqlStatement statement, Object[] values) {
            return new MemoryRows(rows);
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }
}
