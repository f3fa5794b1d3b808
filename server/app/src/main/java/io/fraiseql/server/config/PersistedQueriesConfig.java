package io.fraiseql.server.config;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** {@code graphql.persistedQueries}: automatic persisted queries, kept in memory. */
public record PersistedQueriesConfig(
        @Default("false") @Help("Whether clients may register a document by its hash and then send the hash alone")
        boolean enabled,

        @Default("1000") @Help("Documents kept; the least used ones give way")
        int maxEntries,

        @Default("8MiB") @Help("What all of them together may take")
        ByteSize maxBytes) {

    public PersistedQueriesConfig {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("maxEntries must be more than 0");
        }
        if (maxBytes.bytes() < 1) {
            throw new IllegalArgumentException("maxBytes must be more than 0");
        }
    }
}
