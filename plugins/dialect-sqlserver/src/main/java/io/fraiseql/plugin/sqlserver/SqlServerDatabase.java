package io.fraiseql.plugin.sqlserver;

import io.fraiseql.plugin.jdbc.ExplainedWriteSession;
import io.fraiseql.plugin.jdbc.JdbcDatabase;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.plugin.sqlserver.introspect.SqlServerIntrospector;
import io.fraiseql.plugin.sqlserver.read.SqlServerReader;
import io.fraiseql.plugin.sqlserver.write.BrokenKeys;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.WriteSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open SQL Server database. */
final class SqlServerDatabase extends JdbcDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerDatabase.class);

    private final SqlServerReader reader;

    /**
     * Connects.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException {@code UNAVAILABLE} or {@code MISCONFIGURED} when that fails, the latter when the
     *     database lacks row versions
     */
    SqlServerDatabase(SqlServerConfig config) {
        this(config, new SqlServerConnections(config));
    }

    private SqlServerDatabase(SqlServerConfig config, SqlServerConnections connections) {
        this(config, connections, new SqlServerReader());
    }

    private SqlServerDatabase(SqlServerConfig config, SqlServerConnections connections, SqlServerReader reader) {
        super(
                "SQL Server",
                SqlServerDialect.NAME,
                config.pool(),
                new Connections(connections::open, connections::openWriting, connections::open, null),
                reader,
                new SqlServerErrors(false));
        this.reader = reader;
        LOG.warn(
                "The dialect sqlserver has not been proven on a live SQL Server: its statements were checked by parsers"
                        + " and by reading. Compare its answers before you rely on them; docs/sqlserver.md says what was checked");
    }

    @Override
    protected DatabaseSchema introspect(Connection connection, List<String> schemas) throws SQLException {
        return new SqlServerIntrospector(connection).read(schemas);
    }

    @Override
    protected WriteSession write(PooledConnection lent) {
        return new ExplainedWriteSession(lent, reader, new SqlServerErrors(true), new BrokenKeys(lent.raw()));
    }
}
