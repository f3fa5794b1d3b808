package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteSession;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that is one transaction on a connection with write access. */
public final class JdbcWriteSession extends JdbcSession implements WriteSession {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcWriteSession.class);

    private boolean transaction;

    public JdbcWriteSession(PooledConnection lent, JdbcReader reader, SqlErrors errors) {
        super(lent, reader, errors);
    }

    @Override
    public int update(SqlStatement statement, Object[] values) {
        return execute(statement, values, (prepared, run) -> {
            int written = prepared.executeUpdate();
            run.end();
            return written;
        });
    }

    @Override
    public void commit() {
        if (!transaction) {
            return;
        }
        try {
            lent.raw().commit();
            transaction = false;
            restoreAutoCommit();
        } catch (SQLException e) {
            throw failed(e);
        }
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
