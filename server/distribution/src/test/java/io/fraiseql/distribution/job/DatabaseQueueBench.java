package io.fraiseql.distribution.job;

import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.job.QueueBench;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** Prints how many jobs a second go through the table of a database, such as {@code POSTGRESQL}. */
public final class DatabaseQueueBench {

    private static final int JOBS = 50_000;

    private DatabaseQueueBench() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabase kind = TestDatabase.valueOf(arguments[0]);
        Target target =
                Target.create(kind, Files.createTempDirectory("jobs-bench")).pooled(6);
        try (Database database = target.open()) {
            new SystemTables(database.systemDataSource(), Path.of("migrations")).migrate();
            JobQueue queue = new DatabaseJobs(new EventStore(database, Target.dialect(kind)), Clock.systemUTC());
            for (int round = 0; round < 3; round++) {
                System.out.printf(Locale.ROOT, "%.0f jobs/s%n", QueueBench.perSecond(queue, JOBS));
            }
        }
        System.exit(0);
    }
}
