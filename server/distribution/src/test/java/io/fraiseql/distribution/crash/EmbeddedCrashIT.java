package io.fraiseql.distribution.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbeddedCrashIT extends BaseCrashIT {

    /** For a machine that runs other tests too and may have to start the next server meanwhile. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    @Test
    void nothingIsLostWhenTheOnlyServerIsKilled() throws IOException {
        run(new CrashOptions(Topology.EMBEDDED, TestDatabase.SQLITE, 400, 1, 0, 8, 40, 4));
    }

    @Test
    void nothingIsLostWhenServersAreKilledAndSuspendedAndAnotherFollowsTheRulesWithinTheLease() throws IOException {
        CrashResult result = run(new CrashOptions(Topology.EMBEDDED, TestDatabase.POSTGRESQL, 1000, 1, 1, 8, 80, 7));
        assertThat(result.failovers()).as(result::toString).isNotEmpty();
        assertThat(result.longestFailover())
                .as(result::toString)
                .isLessThan(CrashOptions.LEASE
                        .plus(CrashOptions.POLL.multipliedBy(2))
                        .plus(SLACK));
    }
}
