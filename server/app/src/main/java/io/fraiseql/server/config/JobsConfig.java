package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** The {@code jobs} section. */
public record JobsConfig(
        @Default("database")
        @Help("Where jobs wait: 'database', in the server's own tables, or the name of a queue that a plugin offers")
        String queue,

        @Default("16") @Help("Jobs that this server does at once")
        int workers,

        @Default("30s") @Help("How long a server may be silent before others do the jobs that it has claimed")
        Duration visibility,

        @Default("100000")
        @Help("Jobs that the queue holds at most; what is above waits in the database, and nothing is dropped")
        int maxSize) {

    /** The queue in the server's own tables. */
    public static final String DATABASE = "database";

    private static final int MOST_WORKERS = 256;
    private static final int LARGEST_QUEUE = 10_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public JobsConfig {
        requireBetween("workers", workers, MOST_WORKERS);
        requireBetween("maxSize", maxSize, LARGEST_QUEUE);
        if (visibility.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("visibility must be at least 1s");
        }
    }

    private static void requireBetween(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(key + " must be from 1 to " + most);
        }
    }
}
