package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link ReadSession} over JDBC: one statement at a time, a transaction only where one is needed. */
public final class JdbcReadSession implements ReadSession {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcReadSession.class);

    private final PooledConnection lent;
    private final ReadOptions options;
    private final JdbcReader reader;
    private final SqlErrors errors;
    private volatile @Nullable StatementRun running;
    private boolean transaction;
    private boolean closed;

    public JdbcReadSession(PooledConnection lent, ReadOptions options, JdbcReader reader, SqlErrors errors) {
        this.lent = lent;
        this.options = options;
        this.reader = reader;
        this.errors = errors;
    }

    @Override
    public RowCursor query(SqlStatement statement, Object[] values) {
        requireIdle(statement, values);
        try {
            begin();
            return run(lent.prepare(statement.sql()), statement, values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private RowCursor run(PreparedStatement prepared, SqlStatement statement, Object[] values) throws SQLException {
        StatementRun run = new StatementRun(this, reader, lent.raw(), prepared);
        running = run;
        try {
            reader.bind(prepared, statement, values);
            // in this order: a driver may refuse a fetch size above the bound that the last use has left
            prepared.setMaxRows(options.maxRows());
            prepared.setFetchSize(options.fetchSize());
            var rows = prepared.executeQuery();
            run.executed(rows, reader.streams(options.fetchSize()));
            return reader.cursor(rows, statement, run);
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

    FraiseqlException failed(SQLException error) {
        FraiseqlException failure = errors.translate(error);
        if (failure.code() == DatabaseErrorCode.UNAVAILABLE) {
            lent.markBroken();
        }
        return failure;
    }

    void ended(StatementRun run) {
        if (running == run) {
            running = null;
        }
        if (!options.consistent()) {
            endTransaction();
        }
    }

    private void begin() throws SQLException {
        if (!transaction && (options.consistent() || options.fetchSize() > 0)) {
            transaction = true;
            reader.begin(lent.raw(), options.consistent());
        }
    }

    private void endTransaction() {
        if (!transaction) {
            return;
        }
        transaction = false;
        try {
            reader.end(lent.raw());
        } catch (SQLException e) {
            LOG.debug("ending a read transaction failed", e);
            lent.markBroken();
        }
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
