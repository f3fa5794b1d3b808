package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;

/** The {@code database} section for MariaDB. */
public record MariadbConfig(
        @Help("jdbc:mariadb://host:port/database, with options of MariaDB's driver after ?")
        String url,

        @Help("The user; by default the one in the URL") @Nullable
        String user,

        @Help("The password, best as a reference such as ${env:DB_PASSWORD}") @Nullable
        Secret password,

        @Help("Connections for reading; as many more for writing, made when the first mutation comes") @Default("{}")
        PoolConfig pool) {

    public MariadbConfig {
        DriverUrl.require(Server.MARIADB, url);
    }
}
