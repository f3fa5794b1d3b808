package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A lent connection that runs one statement at a time; when a transaction begins and ends is its subclass's matter. */
abstract class JdbcSession implements ReadSession {

    final PooledConnection lent;
    final JdbcReader reader;
    private final SqlErrors errors;
    private volatile @Nullable StatementRun running;
    private boolean closed;

    JdbcSession(PooledConnection lent, JdbcReader reader, SqlErrors errors) {
        this.lent = lent;
        this.reader = reader;
        this.errors = errors;
    }

    /** Makes the connection ready for a statement. */
    abstract void begin() throws SQLException;

    /** A statement ended and its rows are closed. */
    abstract void statementEnded();

    /** Ends the transaction, if there is one, so that the connection can be given back. */
    abstract void endTransaction();

    /** Rows to fetch at a time; 0 for all at once. */
    abstract int fetchSize();

    /** Whether many rows are expected. */
    boolean bulk() {
        return false;
    }

    /** Rows at most; 0 for no bound. */
    abstract int maxRows();

    @Override
    public RowCursor query(SqlStatement statement, Object[] values) {
        return execute(statement, values, (prepared, run) -> {
            RowCursor bulk = bulk() ? reader.bulk(lent.raw(), statement, values, run) : null;
            if (bulk != null) {
                return bulk;
            }
            // in this order: a driver may refuse a fetch size above the bound that the last use has left
            prepared.setMaxRows(maxRows());
            prepared.setFetchSize(fetchSize());
            var rows = prepared.executeQuery();
            run.executed(rows, reader.streams(fetchSize()));
            return reader.cursor(rows, statement, run);
        });
    }

    /** What is done with a statement that has its values. */
    interface Body<T> {
        T run(PreparedStatement prepared, StatementRun run) throws SQLException;
    }

    final <T> T execute(SqlStatement statement, Object[] values, Body<T> body) {
        requireIdle(statement, values);
        try {
            begin();
            return execute(lent.prepare(statement.sql()), statement, values, body);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> T execute(PreparedStatement prepared, SqlStatement statement, Object[] values, Body<T> body)
            throws SQLException {
        StatementRun run = new StatementRun(this, reader, lent.raw(), prepared);
        running = run;
        try {
            reader.bind(prepared, statement, values);
            return body.run(prepared, run);
        } catch (SQLException e) {
            lent.forget(statement.sql());
            FraiseqlException failure = run.failed(e);
            run.end();
            throw failure;
        } catch (RuntimeException e) {
            run.end();
            throw e;
        }
    }

    @Override
    public void cancel() {
        StatementRun now = running;
        if (now != null) {
            now.cancel();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        StatementRun now = running;
        if (now != null) {
            now.end();
        }
        endTransaction();
        lent.close();
    }

    final FraiseqlException failed(SQLException error) {
        FraiseqlException failure = translated(errors, error);
        if (failure.code() == DatabaseErrorCode.UNAVAILABLE || failure.code() == DatabaseErrorCode.QUERY_TOO_COMPLEX) {
            lent.markBroken();
        }
        return failure;
    }

    FraiseqlException translated(SqlErrors by, SQLException error) {
        return by.translate(error);
    }

    final void ended(StatementRun run) {
        if (running == run) {
            running = null;
        }
        statementEnded();
    }

    private void requireIdle(SqlStatement statement, Object[] values) {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        if (running != null) {
            throw new IllegalStateException("close the cursor of this session before the next query");
        }
        if (values.length != statement.binds().size()) {
            throw new IllegalArgumentException(
                    "the statement binds " + statement.binds().size() + " values but got " + values.length);
        }
    }
}
