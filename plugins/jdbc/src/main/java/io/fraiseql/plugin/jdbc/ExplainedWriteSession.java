package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteSession;

/** A transaction in which the columns of a broken constraint are looked up, for servers that tell only its name. */
public final class ExplainedWriteSession implements WriteSession {

    private final JdbcWriteSession session;
    private final ConstraintColumns columns;

    /** Finds the columns of broken constraints. Used by one thread. */
    public interface ConstraintColumns {

        /**
         * The violation with its columns, where they can be found.
         *
         * @param sql the statement that broke it
         */
        ConstraintViolation completed(ConstraintViolation violation, String sql);
    }

    public ExplainedWriteSession(
            PooledConnection lent, JdbcReader reader, SqlErrors errors, ConstraintColumns columns) {
        this.session = new JdbcWriteSession(lent, reader, errors);
        this.columns = columns;
    }

    @Override
    public RowCursor query(SqlStatement statement, Object[] values) {
        try {
            return session.query(statement, values);
        } catch (ConstraintViolation e) {
            throw columns.completed(e, statement.sql());
        }
    }

    @Override
    public int update(SqlStatement statement, Object[] values) {
        try {
            return session.update(statement, values);
        } catch (ConstraintViolation e) {
            throw columns.completed(e, statement.sql());
        }
    }

    /** What it breaks is told with the name alone, for it is another statement that fails. */
    @Override
    public void updateLater(SqlStatement statement, Object[] values) {
        session.updateLater(statement, values);
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
