package io.fraiseql.distribution.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short run of {@code scripts/crash} on each database. */
class CrashIT {

    /** For a machine that runs other tests too and may have to start the next server meanwhile. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "MARIADB", "MYSQL"})
    void nothingIsLostWhenAServerIsKilled(TestDatabase database) throws IOException {
        database.require();
        CrashResult result = new CrashRun(new CrashOptions(database, 400, 1, 0, 8, 40, 4)).run(folder);
        assertThat(result.findings().list()).as(result::toString).isEmpty();
    }

    @Test
    void nothingIsLostWhenServersAreKilledAndSuspendedAndAnotherFollowsTheRulesWithinTheLease() throws IOException {
        CrashResult result = new CrashRun(new CrashOptions(TestDatabase.POSTGRESQL, 1500, 2, 1, 8, 80, 7)).run(folder);
        assertThat(result.findings().list()).as(result::toString).isEmpty();
        assertThat(result.failovers()).as(result::toString).isNotEmpty();
        assertThat(result.longestFailover())
                .as(result::toString)
                .isLessThan(CrashOptions.LEASE
                        .plus(CrashOptions.POLL.multipliedBy(2))
                        .plus(SLACK));
    }
}
