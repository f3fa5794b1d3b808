package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.database.DatabaseFactory;
import java.util.List;

/** The PostgreSQL plugin. */
public final class PostgresPlugin implements FraiseqlPlugin {

    @Override
    public List<DatabaseFactory<?>> databases() {
        return List.of(new PostgresDatabaseFactory());
    }
}
