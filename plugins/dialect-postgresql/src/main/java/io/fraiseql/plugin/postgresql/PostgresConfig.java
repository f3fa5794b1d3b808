package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;

/** The {@code database} section for PostgreSQL. */
public record PostgresConfig(
        @Help("jdbc:postgresql://host:port/database, with the driver's own options after ?")
        String url,

        @Help("The user; by default the one in the URL") @Nullable
        String user,

        @Help("The password, best as a reference such as ${env:DB_PASSWORD}") @Nullable
        Secret password,

        @Help("Connections for reading") @Default("{}") PoolConfig pool,

        @Help("Connections for writing; none is made before the first mutation") @Default("{}")
        PoolConfig writePool) {

    static final String PREFIX = "jdbc:postgresql:";

    public PostgresConfig {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "url must start with jdbc:postgresql:, for example jdbc:postgresql://localhost:5432/shop");
        }
    }

    /** As many connections for writing as for reading. */
    public PostgresConfig(String url, @Nullable String user, @Nullable Secret password, PoolConfig pool) {
        this(url, user, password, pool, pool);
    }
}
