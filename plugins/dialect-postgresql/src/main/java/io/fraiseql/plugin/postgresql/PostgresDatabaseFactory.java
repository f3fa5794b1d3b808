package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.sql.Dialect;

/** Opens PostgreSQL databases. */
public final class PostgresDatabaseFactory implements DatabaseFactory<PostgresConfig> {

    @Override
    public String name() {
        return PostgresDialect.NAME;
    }

    @Override
    public Class<PostgresConfig> configType() {
        return PostgresConfig.class;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(PostgresConfig.PREFIX);
    }

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    public Database create(PostgresConfig config, PluginContext context) {
        return new PostgresDatabase(config);
    }
}
