package io.fraiseql.server.config;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** The {@code mutation} section: how much one request may write. */
public record MutationConfig(
        @Default("10000") @Help("Rows that one mutation may write; more is an error and nothing is written")
        int maxRows,

        @Default("16MiB") @Help("The largest request body of a mutation, where http.maxBody is smaller")
        ByteSize maxBody) {

    private static final long LARGEST_BODY = 1L << 30;

    public MutationConfig {
        if (maxRows < 1) {
            throw new IllegalArgumentException("maxRows must be more than 0");
        }
        if (maxBody.bytes() < 1 || maxBody.bytes() > LARGEST_BODY) {
            throw new IllegalArgumentException("maxBody must be between 1B and 1GiB");
        }
    }
}
