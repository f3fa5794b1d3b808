package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.ByteSize;
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

        @Help("How large the rows of one statement may be before they are read; more is an error") @Default("64MiB")
        ByteSize maxResultBytes,

        @Help("Connections for reading; as many more for writing, made when the first mutation comes") @Default("{}")
        PoolConfig pool) {

    static final String PREFIX = "jdbc:postgresql:";

    public PostgresConfig {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "url must start with jdbc:postgresql:, for example jdbc:postgresql://localhost:5432/shop");
        }
        if (maxResultBytes.bytes() < 1) {
            throw new IllegalArgumentException("maxResultBytes must be more than 0");
        }
        once(url, "user", user);
        once(url, "password", password);
    }

    /** The defaults for a URL. */
    public static PostgresConfig of(String url, PoolConfig pool) {
        return new PostgresConfig(url, null, null, ByteSize.parse("64MiB"), pool);
    }

    /** The driver takes the URL's word over ours, so that ours would have no effect. */
    private static void once(String url, String key, @Nullable Object value) {
        if (value != null && url.matches(".*[?&]" + key + "=.*")) {
            throw new IllegalArgumentException(key + " is also in url; leave one of them out");
        }
    }
}
