package io.fraiseql.plugin.mysql;

import com.zaxxer.hikari.HikariDataSource;
import io.fraiseql.plugin.jdbc.ConnectionPool;
import io.fraiseql.plugin.jdbc.JdbcReadSession;
import io.fraiseql.plugin.jdbc.LazyPool;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.plugin.jdbc.SystemDataSource;
import io.fraiseql.plugin.mysql.introspect.MysqlIntrospector;
import io.fraiseql.plugin.mysql.read.MysqlReader;
import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.plugin.mysql.write.MysqlWriteSession;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** An open MySQL or MariaDB database: a pool of connections that only read, one of those that write, and a small one for the system. */
final class MysqlDatabase implements Database {

    private static final int PING_SECONDS = 5;
    private static final int SYSTEM_CONNECTIONS = 4;

    private final Server server;
    private final SqlErrors errors = new MysqlErrors();
    private final MysqlReader reader = new MysqlReader();
    private final ConnectionPool pool;
    private final LazyPool writers;
    private final HikariDataSource system;

    /**
     * Connects.
     *
     * @throws FraiseqlException {@code UNAVAILABLE} or {@code MISCONFIGURED} when that fails, the latter when the other server answers
     */
    MysqlDatabase(Server server, Settings settings) {
        MysqlConnections connections = new MysqlConnections(server, settings);
        this.server = server;
        this.pool = new ConnectionPool(server.dialect(), settings.pool(), connections::openReading, errors);
        this.writers = new LazyPool(() ->
                new ConnectionPool(server.dialect() + " writing", settings.pool(), connections::openWriting, errors));
        this.system =
                SystemDataSource.prepare(server.dialect() + " system", SYSTEM_CONNECTIONS, connections::openSystem);
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new JdbcReadSession(pool.lend(options.maxWaitNanos()), options, reader, errors);
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        return new MysqlWriteSession(writers.get().lend(options.maxWaitNanos()), reader, errors);
    }

    @Override
    public String ping() {
        try (PooledConnection lent = pool.lend(TimeUnit.SECONDS.toNanos(PING_SECONDS))) {
            if (!lent.raw().isValid(PING_SECONDS)) {
                lent.markBroken();
                throw new FraiseqlException(
                        DatabaseErrorCode.UNAVAILABLE, "the database does not answer; try again later");
            }
            return server.product() + " " + lent.raw().getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public DatabaseSchema introspect(List<String> schemas) {
        try (PooledConnection lent = pool.lend(TimeUnit.SECONDS.toNanos(PING_SECONDS))) {
            return new MysqlIntrospector(server, lent.raw()).read(schemas);
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public PoolState pool() {
        return pool.state();
    }

    @Override
    public DataSource systemDataSource() {
        return system;
    }

    @Override
    public void close() {
        pool.close();
        writers.close();
        system.close();
    }
}
