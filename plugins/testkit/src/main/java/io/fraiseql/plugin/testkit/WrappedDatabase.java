package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ChangeSignal;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.util.List;
import javax.sql.DataSource;

/** A real database of which a test changes or watches what it needs. As thread-safe as the real one. */
public abstract class WrappedDatabase implements Database {

    private final Database real;

    protected WrappedDatabase(Database real) {
        this.real = real;
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return real.openRead(options);
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return real.openWrite(options);
    }

    @Override
    public final String ping() {
        return real.ping();
    }

    @Override
    public final DatabaseSchema introspect(List<String> schemas) {
        return real.introspect(schemas);
    }

    @Override
    public final PoolState pool() {
        return real.pool();
    }

    @Override
    public final DataSource systemDataSource() {
        return real.systemDataSource();
    }

    @Override
    public final @Nullable ChangeSignal listen(Runnable changed) {
        return real.listen(changed);
    }

    @Override
    public final void close() {
        real.close();
    }

    /** A real session for reading. */
    protected abstract static class Reading implements ReadSession {

        private final ReadSession session;

        protected Reading(ReadSession session) {
            this.session = session;
        }

        @Override
        public RowCursor query(SqlStatement statement, Object[] values) {
            return session.query(statement, values);
        }

        @Override
        public final void cancel() {
            session.cancel();
        }

        @Override
        public final void close() {
            session.close();
        }
    }

    /** A real transaction. */
    protected abstract static class Writing extends Reading implements WriteSession {

        private final WriteSession session;

        protected Writing(WriteSession session) {
            super(session);
            this.session = session;
        }

        @Override
        public int update(SqlStatement statement, Object[] values) {
            return session.update(statement, values);
        }

        @Override
        public void commit() {
            session.commit();
        }
    }
}
