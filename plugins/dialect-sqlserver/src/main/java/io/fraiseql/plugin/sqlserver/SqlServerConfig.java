package io.fraiseql.plugin.sqlserver;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;

/** The {@code database} section for SQL Server. */
public record SqlServerConfig(
        @Help("jdbc:sqlserver://host:port;databaseName=name, with options of Microsoft's driver after further ;")
        String url,

        @Help("The user; by default the one in the URL") @Nullable
        String user,

        @Help("The password, best as a reference such as ${env:DB_PASSWORD}") @Nullable
        Secret password,

        @Help("Connections for reading; as many more for writing, made when the first mutation comes") @Default("{}")
        PoolConfig pool) {

    public SqlServerConfig {
        DriverUrl.require(url);
    }
}
