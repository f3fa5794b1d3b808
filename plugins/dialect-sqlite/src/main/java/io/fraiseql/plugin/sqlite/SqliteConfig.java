package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** The {@code database} section for SQLite. */
public record SqliteConfig(
        @Help("The file, as jdbc:sqlite:PATH") String url,

        @Help("How long a statement waits for another process's lock") @Default("5s")
        Duration busyTimeout,

        @Help("The connections that read; there is always one that writes") @Default("{}")
        PoolConfig pool) {

    static final String PREFIX = "jdbc:sqlite:";

    private static final Duration LONGEST_BUSY_TIMEOUT = Duration.ofHours(1);

    public SqliteConfig {
        String path = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : "";
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException("url must be jdbc:sqlite: and the path of a file, without parameters; "
                    + "a database in memory cannot be shared by connections");
        }
        if (busyTimeout.isNegative() || busyTimeout.compareTo(LONGEST_BUSY_TIMEOUT) > 0) {
            throw new IllegalArgumentException("busyTimeout must be between 0s and 1h");
        }
    }

    /** The path of the file. */
    String path() {
        return url.substring(PREFIX.length());
    }
}
