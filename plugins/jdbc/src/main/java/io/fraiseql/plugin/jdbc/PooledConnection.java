package io.fraiseql.plugin.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lent connection with its prepared statements. Used by one thread. */
public final class PooledConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PooledConnection.class);

    private final ConnectionPool pool;
    private final Connection proxy;
    private final Connection raw;
    private final StatementCache statements;
    private boolean broken;

    PooledConnection(ConnectionPool pool, Connection proxy, Connection raw, StatementCache statements) {
        this.pool = pool;
        this.proxy = proxy;
        this.raw = raw;
        this.statements = statements;
    }

    /** The driver's connection. Whoever changes its settings restores them. */
    public Connection raw() {
        return raw;
    }

    /** The statement for this text, prepared at most once per connection while it stays in use. */
    public PreparedStatement prepare(String sql) throws SQLException {
        return statements.prepare(sql);
    }

    /** Drops a prepared statement. */
    public void forget(String sql) {
        statements.forget(sql);
    }

    /** Notes that this connection must not be used again; {@link #close} then closes it for good. */
    public void markBroken() {
        broken = true;
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        if (broken) {
            pool.discard(proxy);
        }
        try {
            proxy.close();
        } catch (SQLException e) {
            LOG.debug("giving a connection back failed", e);
        }
    }
}
