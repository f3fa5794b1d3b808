package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.jdbc.ExplainedWriteSession;
import io.fraiseql.plugin.jdbc.JdbcDatabase;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.plugin.mysql.introspect.MysqlIntrospector;
import io.fraiseql.plugin.mysql.read.MysqlReader;
import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.plugin.mysql.write.UniqueKeys;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.WriteSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An open MySQL or MariaDB database. */
final class MysqlDatabase extends JdbcDatabase {

    private final Server server;
    private final MysqlReader reader;
    private final MysqlErrors errors;

    /**
     * Connects.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException {@code UNAVAILABLE} or {@code MISCONFIGURED} when that fails, the latter when the
     *     other server answers
     */
    MysqlDatabase(Server server, Settings settings) {
        this(server, settings, new MysqlConnections(server, settings));
    }

    private MysqlDatabase(Server server, Settings settings, MysqlConnections connections) {
        this(server, settings, connections, new MysqlReader(), new MysqlErrors());
    }

    private MysqlDatabase(
            Server server, Settings settings, MysqlConnections connections, MysqlReader reader, MysqlErrors errors) {
        super(
                server.product(),
                server.dialect(),
                settings.pool(),
                new Connections(connections::openReading, connections::openWriting, connections::openSystem, null),
                reader,
                errors);
        this.server = server;
        this.reader = reader;
        this.errors = errors;
    }

    @Override
    protected DatabaseSchema introspect(Connection connection, List<String> schemas) throws SQLException {
        return new MysqlIntrospector(server, connection).read(schemas);
    }

    @Override
    protected WriteSession write(PooledConnection lent) {
        return new ExplainedWriteSession(lent, reader, errors, new UniqueKeys(lent.raw()));
    }
}
