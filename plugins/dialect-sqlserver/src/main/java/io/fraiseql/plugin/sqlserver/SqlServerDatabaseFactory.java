package io.fraiseql.plugin.sqlserver;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.sql.Dialect;

/** Connects to SQL Server. */
public final class SqlServerDatabaseFactory implements DatabaseFactory<SqlServerConfig> {

    @Override
    public String name() {
        return SqlServerDialect.NAME;
    }

    @Override
    public Class<SqlServerConfig> configType() {
        return SqlServerConfig.class;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(DriverUrl.PREFIX);
    }

    @Override
    public Dialect dialect() {
        return new SqlServerDialect();
    }

    @Override
    public Database create(SqlServerConfig config, PluginContext context) {
        return new SqlServerDatabase(config);
    }
}
