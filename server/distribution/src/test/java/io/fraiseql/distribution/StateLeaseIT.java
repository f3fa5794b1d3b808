package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Redis says which of two shipped servers gives the positions, while they are stopped and killed and it is gone itself. */
class StateLeaseIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of("events.log.leaseStore");

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final String LEFT = "PTTL fraiseql:{state}:claim:cursor:sequencer";

    @TempDir
    private Path folder;

    @TempDir
    private Path files;

    private static String[] leased(TestRedis redis) {
        return new String[] {
            "events.log.lease=" + LEASE.toSeconds() + "s",
            "events.log.pollInterval=500ms",
            "events.log.leaseStore=state",
            "state.store=redis",
            "plugins.state-redis.redis.url=" + redis.url()
        };
    }

    @Test
    void redisSaysWhoOwnsTheLogAndTheDatabaseFencesOffTheOthers() throws IOException {
        ServedLog log = ServedLog.create(folder, TestDatabase.POSTGRESQL);
        try (TestRedis redis = TestRedis.start(files);
                DistributionProcess first = log.folder().serveProcess(leased(redis))) {
            ServedLog.awaitOwner(first);
            assertThat(redis.ask(LEFT)).isNotIn(":-2", ":-1");
            try (DistributionProcess second = log.folder().serveProcess(leased(redis))) {
                log.write(second);
                log.awaitPlaced(1);
                assertThat(owns(second)).isFalse();
                first.suspend();
                log.write(second);
                assertThat(log.placedWithin(LEASE.plusSeconds(2), 2)).isTrue();
                assertThat(owns(second)).isTrue();
                first.resume();
                log.write(first);
                log.write(second);
                log.awaitPlaced(4);
                assertThat(Waiting.until(ServedLog.SOON, () -> !owns(first))).isTrue();
                redisIsGone(redis, log, second);
                DistributionProcess owner = owns(first) ? first : second;
                DistributionProcess other = owner == first ? second : first;
                owner.kill();
                log.write(other);
                assertThat(log.placedWithin(LEASE.plusSeconds(2), 7)).isTrue();
                assertThat(owns(other)).isTrue();
            }
        }
    }

    /** Its owner goes on for as long as it was told, and stops then. */
    private static void redisIsGone(TestRedis redis, ServedLog log, DistributionServer owner) throws IOException {
        redis.stop();
        log.write(owner);
        log.awaitPlaced(5);
        assertThat(Waiting.until(ServedLog.SOON, () -> !owns(owner))).isTrue();
        log.write(owner);
        assertThat(log.placedWithin(Duration.ofSeconds(1), 6)).isFalse();
        assertThat(HttpAnswer.get(owner.adminPort(), "/healthcheck").body()).contains("\"state\":{\"healthy\":false");
        redis.startAgain();
        log.awaitPlaced(6);
    }

    private static boolean owns(DistributionServer server) {
        return ServedLog.metrics(server).contains("\nfraiseql_outbox_owner 1.0");
    }
}
