package io.fraiseql.distribution.engine;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.util.List;
import javax.sql.DataSource;

/** A database that somebody else writes to after every statement of a request has started. */
record WritingDatabase(Database real, Runnable write) implements Database {

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new Session(real.openRead(options));
    }

    @Override
    public String ping() {
        return real.ping();
    }

    @Override
    public DatabaseSchema introspect(List<String> schemas) {
        return real.introspect(schemas);
    }

    @Override
    public PoolState pool() {
        return real.pool();
    }

    @Override
    public DataSource systemDataSource() {
        return real.systemDataSource();
    }

    @Override
    public void close() {
        real.close();
    }

    private final class Session implements ReadSession {

        private final ReadSession session;

        Session(ReadSession session) {
            this.session = session;
        }

        @Override
        public RowCursor query(SqlStatement statement, Object[] values) {
            RowCursor cursor = session.query(statement, values);
            write.run();
            return cursor;
        }

        @Override
        public void cancel() {
            session.cancel();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
