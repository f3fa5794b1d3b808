package io.fraiseql.plugin.sqlite;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.database.DatabaseFactory;
import java.util.List;

/** Offers SQLite as a database. */
public final class SqlitePlugin implements FraiseqlPlugin {

    @Override
    public List<DatabaseFactory<?>> databases() {
        return List.of(new SqliteDatabaseFactory());
    }
}
