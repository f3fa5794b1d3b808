package io.fraiseql.plugin.sqlserver;

import com.zaxxer.hikari.HikariDataSource;
import io.fraiseql.plugin.jdbc.ConnectionPool;
import io.fraiseql.plugin.jdbc.JdbcReadSession;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.plugin.jdbc.SystemDataSource;
import io.fraiseql.plugin.sqlserver.introspect.SqlServerIntrospector;
import io.fraiseql.plugin.sqlserver.read.SqlServerReader;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open SQL Server database: a pool of connections for reading and a small one for the system. */
final class SqlServerDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerDatabase.class);
    private static final int PING_SECONDS = 5;
    private static final int SYSTEM_CONNECTIONS = 4;

    private final SqlErrors errors = new SqlServerErrors();
    private final SqlServerReader reader = new SqlServerReader();
    private final ConnectionPool pool;
    private final HikariDataSource system;

    /**
     * Connects.
     *
     * @throws FraiseqlException {@code UNAVAILABLE} or {@code MISCONFIGURED} when that fails, the latter when the database lacks row versions
     */
    SqlServerDatabase(SqlServerConfig config) {
        LOG.warn(
                "The dialect sqlserver has not been proven on a live SQL Server: its statements were checked by parsers"
                        + " and by reading. Compare its answers before you rely on them; docs/sqlserver.md says what was checked");
        SqlServerConnections connections = new SqlServerConnections(config);
        this.pool = new ConnectionPool(SqlServerDialect.NAME, config.pool(), connections::open, errors);
        this.system =
                SystemDataSource.prepare(SqlServerDialect.NAME + " system", SYSTEM_CONNECTIONS, connections::open);
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new JdbcReadSession(pool.lend(options.maxWaitNanos()), options, reader, errors);
    }

    @Override
    public String ping() {
        try (PooledConnection lent = pool.lend(TimeUnit.SECONDS.toNanos(PING_SECONDS))) {
            if (!lent.raw().isValid(PING_SECONDS)) {
                lent.markBroken();
                throw new FraiseqlException(
                        DatabaseErrorCode.UNAVAILABLE, "the database does not answer; try again later");
            }
            return "SQL Server " + lent.raw().getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public DatabaseSchema introspect(List<String> schemas) {
        try (PooledConnection lent = pool.lend(TimeUnit.SECONDS.toNanos(PING_SECONDS))) {
            return new SqlServerIntrospector(lent.raw()).read(schemas);
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
        system.close();
    }
}
