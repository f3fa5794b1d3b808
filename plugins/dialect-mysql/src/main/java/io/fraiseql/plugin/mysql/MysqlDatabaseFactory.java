package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.sql.Dialect;

/** Connects to MySQL. */
public final class MysqlDatabaseFactory implements DatabaseFactory<MysqlConfig> {

    @Override
    public String name() {
        return Server.MYSQL.dialect();
    }

    @Override
    public Class<MysqlConfig> configType() {
        return MysqlConfig.class;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(Server.MYSQL.prefix());
    }

    @Override
    public Dialect dialect() {
        return new MysqlDialect(Server.MYSQL);
    }

    @Override
    public Database create(MysqlConfig config, PluginContext context) {
        return new MysqlDatabase(
                Server.MYSQL, new Settings(config.url(), config.user(), config.password(), config.pool()));
    }
}
