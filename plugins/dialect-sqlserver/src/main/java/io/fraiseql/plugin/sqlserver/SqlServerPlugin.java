package io.fraiseql.plugin.sqlserver;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.database.DatabaseFactory;
import java.util.List;

/** The plugin for SQL Server. */
public final class SqlServerPlugin implements FraiseqlPlugin {

    @Override
    public List<DatabaseFactory<?>> databases() {
        return List.of(new SqlServerDatabaseFactory());
    }
}
