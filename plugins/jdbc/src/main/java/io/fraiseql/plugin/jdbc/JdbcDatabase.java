package io.fraiseql.plugin.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.Sessions;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A database on a server: a pool of connections that read, one of those that write, opened when one is wanted, and a small one for the system. */
public abstract class JdbcDatabase implements Database {

    private static final int PING_SECONDS = 5;
    private static final int SYSTEM_CONNECTIONS = 4;
    /** What follows events, claims jobs and looks into both takes one at a time each. */
    private static final int TABLE_CONNECTIONS = 8;
    /** For the server's own transactions beside those of as many requests as run at once: where one waits for a connection, all hand theirs on. */
    private static final int OWN_CONNECTIONS = 1;

    private final String product;
    private final JdbcReader reader;
    private final SqlErrors errors;
    private final ConnectionPool readers;
    private final LazyPool writers;
    private final HikariDataSource system;
    private final @Nullable LazyPool tables;

    /**
     * How connections are opened.
     *
     * @param reading connections that can only read, where the server has such
     * @param writing connections of mutations
     * @param system connections of migrations
     * @param tables connections of {@link Database#systemSessions}; null when those of {@code reading} and {@code writing} serve there too
     */
    public record Connections(
            ConnectionSource reading,
            ConnectionSource writing,
            ConnectionSource system,
            @Nullable ConnectionSource tables) {}

    /**
     * Connects.
     *
     * @param product as {@link #ping} says it before the version
     * @param dialect as threads and log lines name the pools
     * @throws FraiseqlException {@code UNAVAILABLE} or {@code MISCONFIGURED} when that fails
     */
    protected JdbcDatabase(
            String product,
            String dialect,
            PoolConfig pool,
            Connections connections,
            JdbcReader reader,
            SqlErrors errors) {
        this.product = product;
        this.reader = reader;
        this.errors = errors;
        this.readers = new ConnectionPool(dialect, pool, connections.reading(), errors);
        ConnectionSource own = connections.tables();
        PoolConfig writing = own == null ? pool.resized(pool.size() + OWN_CONNECTIONS) : pool;
        this.writers =
                new LazyPool(() -> new ConnectionPool(dialect + " writing", writing, connections.writing(), errors));
        PoolConfig owned = pool.resized(TABLE_CONNECTIONS);
        this.tables =
                own == null ? null : new LazyPool(() -> new ConnectionPool(dialect + " tables", owned, own, errors));
        this.system = SystemDataSource.prepare(dialect + " system", SYSTEM_CONNECTIONS, connections.system());
    }

    /** Reads the catalogue through a connection of the readers. */
    protected abstract DatabaseSchema introspect(Connection connection, List<String> schemas) throws SQLException;

    /** A transaction on a lent connection. */
    protected WriteSession write(PooledConnection lent) {
        return new JdbcWriteSession(lent, reader, errors);
    }

    @Override
    public final ReadSession openRead(ReadOptions options) {
        return new JdbcReadSession(readers.lend(options.maxWaitNanos()), options, reader, errors);
    }

    @Override
    public final WriteSession openWrite(WriteOptions options) {
        return write(writers.get().lend(options.maxWaitNanos()));
    }

    @Override
    public final Sessions systemSessions() {
        return tables == null ? this : new PooledSessions(tables, reader, errors, this::write);
    }

    @Override
    public final String ping() {
        try (PooledConnection lent = readers.lend(TimeUnit.SECONDS.toNanos(PING_SECONDS))) {
            if (!lent.raw().isValid(PING_SECONDS)) {
                lent.markBroken();
                throw new FraiseqlException(
                        DatabaseErrorCode.UNAVAILABLE, "the database does not answer; try again later");
            }
            return product + " " + lent.raw().getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public final DatabaseSchema introspect(List<String> schemas) {
        try (PooledConnection lent = readers.lend(TimeUnit.SECONDS.toNanos(PING_SECONDS))) {
            return introspect(lent.raw(), schemas);
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public final PoolState pool() {
        return readers.state();
    }

    @Override
    public final DataSource systemDataSource() {
        return system;
    }

    @Override
    public final void close() {
        readers.close();
        writers.close();
        if (tables != null) {
            tables.close();
        }
        system.close();
    }
}
