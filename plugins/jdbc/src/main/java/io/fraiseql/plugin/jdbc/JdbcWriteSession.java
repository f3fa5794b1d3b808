package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that is one transaction on a connection with write access. */
public final class JdbcWriteSession extends JdbcSession implements WriteSession {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcWriteSession.class);

    private boolean transaction;
    /** Runs with the commit. */
    private @Nullable Deferred deferred;

    private record Deferred(SqlStatement statement, Object[] values) {}

    public JdbcWriteSession(PooledConnection lent, JdbcReader reader, SqlErrors errors) {
        super(lent, reader, errors);
    }

    @Override
    FraiseqlException translated(SqlErrors by, SQLException error) {
        return by.translateWriting(error);
    }

    @Override
    public int update(SqlStatement statement, Object[] values) {
        return execute(statement, values, JdbcWriteSession::write);
    }

    private static int write(PreparedStatement prepared, StatementRun run) throws SQLException {
        int written = prepared.executeUpdate();
        run.end();
        return written;
    }

    @Override
    public void updateLater(SqlStatement statement, Object[] values) {
        String committing = reader.committing(statement.sql());
        if (committing == null) {
            update(statement, values);
        } else {
            runDeferred();
            deferred = new Deferred(statement, values);
        }
    }

    private void runDeferred() {
        Deferred waiting = deferred;
        if (waiting != null) {
            deferred = null;
            update(waiting.statement, waiting.values);
        }
    }

    @Override
    public void commit() {
        Deferred last = deferred;
        if (last != null) {
            deferred = null;
            commit(last);
        }
        if (!transaction) {
            return;
        }
        try {
            // The driver knows when there is no transaction any more, and asks the server for nothing then.
            lent.raw().commit();
            transaction = false;
            restoreAutoCommit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void commit(Deferred last) {
        String sql = String.valueOf(reader.committing(last.statement.sql()));
        SqlStatement both = new SqlStatement(sql, last.statement.binds(), last.statement.shape());
        execute(both, last.values, (prepared, run) -> {
            run.commits();
            return write(prepared, run);
        });
    }

    @Override
    int fetchSize() {
        return 0;
    }

    @Override
    int maxRows() {
        return 0;
    }

    @Override
    void statementEnded() {}

    @Override
    void begin() throws SQLException {
        runDeferred();
        if (!transaction) {
            transaction = true;
            lent.raw().setAutoCommit(false);
        }
    }

    private void restoreAutoCommit() throws SQLException {
        if (!reader.staysOutOfAutoCommit()) {
            lent.raw().setAutoCommit(true);
        }
    }

    @Override
    void endTransaction() {
        if (!transaction) {
            return;
        }
        transaction = false;
        try {
            lent.raw().rollback();
            restoreAutoCommit();
        } catch (SQLException e) {
            LOG.debug("rolling a transaction back failed", e);
            lent.markBroken();
        }
    }
}
