package io.fraiseql.plugin.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database.PoolState;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bounded set of open connections. Usable from any thread. */
public final class ConnectionPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    private static final Set<ErrorCode> SAYS_WHY =
            Set.of(DatabaseErrorCode.MISCONFIGURED, DatabaseErrorCode.OVERLOADED);

    private final PoolConfig config;
    private final SqlErrors errors;
    private final HikariPool pool;
    private final Map<Connection, StatementCache> caches = new ConcurrentHashMap<>();

    /**
     * Opens the pool and its first connection.
     *
     * @param name as thread names and log lines show it
     * @throws FraiseqlException when the first connection cannot be made
     */
    public ConnectionPool(String name, PoolConfig config, ConnectionSource source, SqlErrors errors) {
        this.config = config;
        this.errors = errors;
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setDataSource(new SourceDataSource(source));
        settings.setMaximumPoolSize(config.size());
        settings.setMinimumIdle(config.minimumIdle());
        settings.setConnectionTimeout(config.connectTimeout().toMillis());
        settings.setIdleTimeout(config.idleTimeout().toMillis());
        settings.setMaxLifetime(config.maxLifetime().toMillis());
        settings.validate();
        this.pool = open(settings);
    }

    private HikariPool open(HikariConfig settings) {
        try {
            return new HikariPool(settings);
        } catch (HikariPool.PoolInitializationException e) {
            throw cannotConnect(e.getCause());
        }
    }

    /**
     * Lends a connection.
     *
     * @param maxWaitNanos how long to wait for a free one
     * @throws FraiseqlException {@code OVERLOADED} when all are in use, {@code UNAVAILABLE} when none can be made
     */
    public PooledConnection lend(long maxWaitNanos) {
        try {
            Connection proxy = pool.getConnection(Math.max(0, TimeUnit.NANOSECONDS.toMillis(maxWaitNanos)));
            Connection raw = proxy.unwrap(Connection.class);
            return new PooledConnection(this, proxy, raw, cache(raw));
        } catch (SQLException e) {
            throw notLent(e);
        }
    }

    /** The same connections for those who want plain JDBC; waits as long as the pool's {@code connectTimeout} says. */
    public DataSource dataSource() {
        return new SourceDataSource(pool::getConnection);
    }

    /** Connections in use and idle now. */
    public PoolState state() {
        return new PoolState(
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection(),
                config.size());
    }

    /** Closes every connection, lent ones too. */
    @Override
    public void close() {
        try {
            pool.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        caches.clear();
    }

    void discard(Connection proxy) {
        pool.evictConnection(proxy);
    }

    private StatementCache cache(Connection raw) {
        StatementCache known = caches.get(raw);
        return known != null ? known : newCache(raw);
    }

    private StatementCache newCache(Connection raw) {
        caches.keySet().removeIf(ConnectionPool::closed);
        StatementCache made = new StatementCache(raw, config.statements());
        caches.put(raw, made);
        return made;
    }

    private static boolean closed(Connection raw) {
        try {
            return raw.isClosed();
        } catch (SQLException e) {
            LOG.debug("a connection does not say whether it is closed", e);
            return true;
        }
    }

    private FraiseqlException notLent(SQLException error) {
        boolean cannotGrow = pool.getTotalConnections() >= config.size();
        if (cannotGrow || error.getCause() == null) {
            return new FraiseqlException(DatabaseErrorCode.OVERLOADED, "the database is busy; try again later", error);
        }
        return cannotConnect(error.getCause());
    }

    private FraiseqlException cannotConnect(@Nullable Throwable cause) {
        FraiseqlException known = cause instanceof SQLException sql ? errors.translate(sql) : null;
        if (known != null && SAYS_WHY.contains(known.code())) {
            return known;
        }
        return new FraiseqlException(
                DatabaseErrorCode.UNAVAILABLE, "the database cannot be reached; try again later", cause);
    }
}
