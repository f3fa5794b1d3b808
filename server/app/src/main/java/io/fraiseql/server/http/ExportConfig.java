package io.fraiseql.server.http;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** {@code http.export}: lists that are streamed row by row. Each holds a database connection as long as it lasts. */
public record ExportConfig(
        @Default("2")
        @Help(
                "Streams at once; never more than all but one of the database's connections; 0 for none. One more is answered with 503")
        int maxConcurrent,

        @Default("15m") @Help("How long one stream may take; then its statement is cancelled and the stream broken off")
        Duration timeout,

        @Default("30s") @Help("How long a client may take for 32 KiB of a stream before it is broken off")
        Duration stallTimeout) {

    public ExportConfig {
        if (maxConcurrent < 0) {
            throw new IllegalArgumentException("maxConcurrent cannot be negative");
        }
        Durations.requirePositive("timeout", timeout);
        Durations.requirePositive("stallTimeout", stallTimeout);
    }
}
