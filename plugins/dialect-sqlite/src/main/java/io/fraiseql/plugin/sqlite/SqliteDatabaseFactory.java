package io.fraiseql.plugin.sqlite;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.sql.Dialect;

/** Opens SQLite files. */
public final class SqliteDatabaseFactory implements DatabaseFactory<SqliteConfig> {

    @Override
    public String name() {
        return SqliteDialect.NAME;
    }

    @Override
    public Class<SqliteConfig> configType() {
        return SqliteConfig.class;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(SqliteConfig.PREFIX);
    }

    @Override
    public Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    public Database create(SqliteConfig config, PluginContext context) {
        return new SqliteDatabase(config);
    }
}
