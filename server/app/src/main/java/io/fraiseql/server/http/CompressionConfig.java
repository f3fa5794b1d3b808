package io.fraiseql.server.http;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** {@code http.compression}: gzip for clients that accept it. */
public record CompressionConfig(
        @Default("true") @Help("Whether answers are compressed at all")
        boolean enabled,

        @Default("8KiB") @Help("Smaller answers are sent as they are")
        ByteSize minimumSize,

        @Default("1") @Help("1 is fastest, 9 is smallest") int level) {

    public CompressionConfig {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("level must be between 1 and 9");
        }
    }
}
