package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.JdbcDatabase;
import io.fraiseql.spi.database.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An open PostgreSQL database. */
public final class PostgresDatabase extends JdbcDatabase {

    /**
     * Connects.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException {@code UNAVAILABLE} or {@code MISCONFIGURED} when that fails
     */
    public PostgresDatabase(PostgresConfig config) {
        this(config, new PostgresConnections(config));
    }

    private PostgresDatabase(PostgresConfig config, PostgresConnections connections) {
        super(
                "PostgreSQL",
                "postgresql",
                config.pool(),
                new Connections(connections::openReading, connections::openWriting, connections::openSystem),
                new PostgresReader(),
                new PostgresErrors());
    }

    @Override
    protected DatabaseSchema introspect(Connection connection, List<String> schemas) throws SQLException {
        return new PostgresIntrospector(connection).read(schemas);
    }
}
