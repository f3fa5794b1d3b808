package io.fraiseql.plugin.mysql;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.database.DatabaseFactory;
import java.util.List;

/** The plugin for MySQL and MariaDB. */
public final class MysqlPlugin implements FraiseqlPlugin {

    @Override
    public List<DatabaseFactory<?>> databases() {
        return List.of(new MysqlDatabaseFactory(), new MariadbDatabaseFactory());
    }
}
