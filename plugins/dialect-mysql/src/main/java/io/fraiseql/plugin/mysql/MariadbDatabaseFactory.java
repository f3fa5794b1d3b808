package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.sql.Dialect;

/** Connects to MariaDB. */
public final class MariadbDatabaseFactory implements DatabaseFactory<MariadbConfig> {

    @Override
    public String name() {
        return Server.MARIADB.dialect();
    }

    @Override
    public Class<MariadbConfig> configType() {
        return MariadbConfig.class;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(Server.MARIADB.prefix());
    }

    @Override
    public Dialect dialect() {
        return new MysqlDialect(Server.MARIADB);
    }

    @Override
    public Database create(MariadbConfig config, PluginContext context) {
        return new MysqlDatabase(
                Server.MARIADB, new Settings(config.url(), config.user(), config.password(), config.pool()));
    }
}
