package io.fraiseql.distribution.job;

import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.job.BaseJobQueueTest;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract of queues on the table of a database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BaseDatabaseJobsTest extends BaseJobQueueTest {

    private static final Path MIGRATIONS = Path.of("..", "..", "migrations");

    private final TestDatabase kind;
    private Target target;
    private Database database;

    BaseDatabaseJobsTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeAll
    void create(@TempDir Path folder) {
        target = Target.create(kind, folder).pooled(6);
        database = target.open();
        new SystemTables(database.systemDataSource(), MIGRATIONS).migrate();
    }

    @AfterAll
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected JobQueue open(Clock time, boolean empty) {
        if (empty) {
            target.run(List.of("DELETE FROM fraiseql_job"));
        }
        return new DatabaseJobs(new EventStore(database, Target.dialect(kind)), time);
    }

    @Override
    protected boolean remembers() {
        return false;
    }
}
