package io.fraiseql.plugin.testkit.contract;

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

/** A database that counts the statements of its sessions. */
record CountingDatabase(Database real, AtomicInteger statements) implements Database {

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new Session(real.openRead(options));
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return new Transaction(real.openWrite(options));
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

    private class Session implements ReadSession {

        private final ReadSession session;

        Session(ReadSession session) {
            this.session = session;
        }

        @Override
        public RowCursor query(SqlStatement statement, Object[] values) {
            statements.incrementAndGet();
            return session.query(statement, values);
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

    private final class Transaction extends Session implements WriteSession {

        private final WriteSession session;

        Transaction(WriteSession session) {
            super(session);
            this.session = session;
        }

        @Override
        public int update(SqlStatement statement, Object[] values) {
            statements.incrementAndGet();
            return session.update(statement, values);
        }

        @Override
        public void commit() {
            session.commit();
        }
    }
}
