package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.crash.CrashOptions;
import io.fraiseql.distribution.crash.CrashResult;
import io.fraiseql.distribution.crash.CrashRun;
import io.fraiseql.distribution.crash.Topology;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@code scripts/crash} in each topology, and on each database. */
class CrashIT {

    /** For a machine that runs other tests too and may have to start the next server meanwhile. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    private CrashResult run(CrashOptions options) throws IOException {
        options.database().require();
        CrashResult result = new CrashRun(options).run(folder);
        assertThat(result.isGood()).as(result::toString).isTrue();
        return result;
    }

    @Test
    void nothingIsLostWhenTheOnlyServerIsKilled() throws IOException {
        Matrix.assumeRuns(TestDatabase.SQLITE);
        run(new CrashOptions(Topology.EMBEDDED, TestDatabase.SQLITE, 400, 1, 0, 8, 40, 4));
    }

    @Test
    void nothingIsLostWhenServersAreKilledAndSuspendedAndAnotherFollowsTheRulesWithinTheLease() throws IOException {
        CrashResult result = run(new CrashOptions(Topology.EMBEDDED, TestDatabase.POSTGRESQL, 500, 1, 1, 8, 40, 7));
        assertThat(result.failovers()).as(result::toString).isNotEmpty();
        assertThat(result.longestFailover())
                .as(result::toString)
                .isLessThan(CrashOptions.LEASE
                        .plus(CrashOptions.POLL.multipliedBy(2))
                        .plus(SLACK));
    }

    @Test
    void nothingIsLostWhenServersAndTheirRedisAreKilled() throws IOException {
        run(new CrashOptions(Topology.REDIS, TestDatabase.MARIADB, 250, 1, 0, 8, 25, 5));
    }

    @Test
    void nothingIsLostWhenABridgeWorkersAndTheirNatsAreKilled() throws IOException {
        run(new CrashOptions(Topology.NATS, TestDatabase.MYSQL, 250, 1, 0, 8, 25, 6));
    }
}
