package io.fraiseql.distribution.write;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database in whose writing transactions something happens before a chosen step: the statements in their order, then the commit. */
final class BreakingDatabase implements Database {

    private final Database real;
    private final AtomicInteger steps = new AtomicInteger();
    private int breaksAt = -1;
    private Runnable mishap = () -> {};

    BreakingDatabase(Database real) {
        this.real = real;
    }

    /** From now on something happens before the step of that number, counted from 0; later steps go on. */
    void breakAt(int step, Runnable what) {
        steps.set(0);
        breaksAt = step;
        mishap = what;
    }

    /** How many steps were taken since. */
    int steps() {
        return steps.get();
    }

    private void step() {
        if (steps.getAndIncrement() == breaksAt) {
            mishap.run();
        }
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return new Session(real.openWrite(options));
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return real.openRead(options);
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

    private final class Session implements WriteSession {

        private final WriteSession session;

        Session(WriteSession session) {
            this.session = session;
        }

        @Override
        public RowCursor query(SqlStatement statement, Object[] values) {
            step();
            return session.query(statement, values);
        }

        @Override
        public int update(SqlStatement statement, Object[] values) {
            step();
            return session.update(statement, values);
        }

        @Override
        public void commit() {
            step();
            session.commit();
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
