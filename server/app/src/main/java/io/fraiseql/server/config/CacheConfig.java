package io.fraiseql.server.config;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** {@code graphql.cache}: the results of queries that the schema gives a {@code cache_ttl_seconds}. */
public record CacheConfig(
        @Default("true") @Help("Whether results of queries with cache_ttl_seconds are kept")
        boolean enabled,

        @Default("64MiB") @Help("What all kept results together may take; the least used ones give way")
        ByteSize maxBytes) {

    public CacheConfig {
        if (maxBytes.bytes() < 1) {
            throw new IllegalArgumentException("maxBytes must be more than 0");
        }
    }
}
