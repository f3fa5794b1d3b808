package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.database.ReadOptions;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that reads, in a transaction only where one is needed. */
public final class JdbcReadSession extends JdbcSession {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcReadSession.class);

    private final ReadOptions options;
    private boolean transaction;

    public JdbcReadSession(PooledConnection lent, ReadOptions options, JdbcReader reader, SqlErrors errors) {
        super(lent, reader, errors);
        this.options = options;
    }

    @Override
    int fetchSize() {
        return options.fetchSize();
    }

    @Override
    boolean bulk() {
        return options.bulk();
    }

    @Override
    int maxRows() {
        return options.maxRows();
    }

    @Override
    void statementEnded() {
        if (!options.consistent()) {
            endTransaction();
        }
    }

    @Override
    void begin() throws SQLException {
        if (!transaction && (options.consistent() || options.fetchSize() > 0)) {
            transaction = true;
            reader.begin(lent.raw(), options.consistent());
        }
    }

    @Override
    void endTransaction() {
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
}
