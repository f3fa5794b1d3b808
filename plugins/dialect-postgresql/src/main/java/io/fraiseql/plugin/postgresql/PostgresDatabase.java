package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.ExplainedWriteSession;
import io.fraiseql.plugin.jdbc.JdbcDatabase;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.spi.database.ChangeSignal;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.WriteSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An open PostgreSQL database. */
public final class PostgresDatabase extends JdbcDatabase {

    private final PostgresConnections connections;
    private final PostgresReader reader;
    private final PostgresErrors errors;

    /**
     * Connects.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException {@code UNAVAILABLE} or {@code MISCONFIGURED} when that fails
     */
    public PostgresDatabase(PostgresConfig config) {
        this(config, new PostgresConnections(config), new PostgresReader(), new PostgresErrors());
    }

    private PostgresDatabase(
            PostgresConfig config, PostgresConnections connections, PostgresReader reader, PostgresErrors errors) {
        super(
                "PostgreSQL",
                "postgresql",
                config.pool(),
                new Connections(
                        connections::openReading,
                        connections::openWriting,
                        connections::openSystem,
                        connections::openTables),
                reader,
                errors);
        this.connections = connections;
        this.reader = reader;
        this.errors = errors;
    }

    @Override
    public ChangeSignal listen(Runnable changed) {
        try {
            return new PostgresSignal(connections, systemDataSource(), changed);
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    protected DatabaseSchema introspect(Connection connection, List<String> schemas) throws SQLException {
        return new PostgresIntrospector(connection).read(schemas);
    }

    /** In which a broken check is told by its columns. */
    @Override
    protected WriteSession write(PooledConnection lent) {
        return new ExplainedWriteSession(lent, reader, errors, new CheckedColumns(lent.raw()));
    }
}
