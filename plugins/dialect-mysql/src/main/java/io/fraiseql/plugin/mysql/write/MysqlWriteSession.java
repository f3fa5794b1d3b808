package io.fraiseql.plugin.mysql.write;

import io.fraiseql.plugin.jdbc.JdbcWriteSession;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.plugin.mysql.read.MysqlReader;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteSession;

/** A transaction in which a broken unique key is told by its columns: the servers tell only its name. */
public final class MysqlWriteSession implements WriteSession {

    private final JdbcWriteSession session;
    private final UniqueKeys keys;

    public MysqlWriteSession(PooledConnection lent, MysqlReader reader, SqlErrors errors) {
        this.session = new JdbcWriteSession(lent, reader, errors);
        this.keys = new UniqueKeys(lent.raw());
    }

    @Override
    public RowCursor query(SqlStatement statement, Object[] values) {
        try {
            return session.query(statement, values);
        } catch (ConstraintViolation e) {
            throw keys.completed(e, statement.sql());
        }
    }

    @Override
    public int update(SqlStatement statement, Object[] values) {
        try {
            return session.update(statement, values);
        } catch (ConstraintViolation e) {
            throw keys.completed(e, statement.sql());
        }
    }

    @Override
    public void commit() {
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
