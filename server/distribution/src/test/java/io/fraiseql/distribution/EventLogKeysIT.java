package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each key of the event log changes. */
class EventLogKeysIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of(
            "events.log.batchSize", "events.log.pollInterval", "events.log.lease", "events.retention", "events.roles");

    /** Longer than it takes with the default, so that what has not happened by then does not. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    private ServedLog log;

    @BeforeEach
    void create() throws IOException {
        log = ServedLog.create(folder, TestDatabase.POSTGRESQL);
    }

    @Test
    void batchSizeIsHowManyEventsATransactionPlaces() throws IOException {
        assertThat(transactionsToPlace(40)).isLessThan(20);
        assertThat(transactionsToPlace(80, "events.log.batchSize=1")).isGreaterThanOrEqualTo(40);
    }

    @Test
    void rolesAreWhatAServerDoes() throws IOException {
        try (DistributionServer server = log.folder().serve("events.roles=[api]", "events.log.pollInterval=200ms")) {
            log.write(server);
            assertThat(log.placedWithin(LONG_ENOUGH, 1)).isFalse();
        }
        try (DistributionServer server = log.folder().serve("events.roles=[events]")) {
            log.awaitPlaced(1);
            HttpAnswer refused = HttpAnswer.query(server.port(), "{ authors { id } }");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body()).contains("events.roles has no api");
        }
        assertThat(log.folder().refuse("events.roles=[workers]").err())
                .contains("events.roles is [workers], which leaves this server nothing to do: no rule is queued");
        assertThat(log.folder().check("events.roles=[workers]").out())
                .contains("is valid")
                .contains(
                        "note: without managed rules the server does not start: events.roles is [workers], which leaves"
                                + " this server nothing to do: no rule is queued");
        assertThat(log.folder()
                        .check("events.roles=[events]", "events.outbox.enabled=false")
                        .err())
                .contains("events.roles is [events], which leaves this server nothing to do: no events are noted");
        assertThat(log.folder().check("events.roles=[]").err()).contains("roles names nothing to do");
    }

    private long transactionsToPlace(int total, String... settings) throws IOException {
        log.append(40, Instant.now());
        log.folder().fill("UPDATE fraiseql_event_cursor SET beat = 0");
        try (DistributionServer server = log.folder().serve(settings)) {
            log.awaitPlaced(total);
            ServedLog.awaitOwner(server);
            return log.numbers("SELECT beat FROM fraiseql_event_cursor").get(0);
        }
    }

    @Test
    void pollIntervalIsHowLongOthersAreLeftWaiting() throws IOException {
        try (DistributionServer server = log.folder().serve()) {
            ServedLog.awaitOwner(server);
            log.append(1, Instant.now());
            assertThat(log.placedWithin(LONG_ENOUGH, 1)).isTrue();
        }
        try (DistributionServer server = log.folder().serve("events.log.pollInterval=10m", "events.log.lease=1h")) {
            log.write(server);
            log.awaitPlaced(2);
            log.append(1, Instant.now());
            assertThat(log.placedWithin(LONG_ENOUGH, 3)).isFalse();
            log.write(server);
            log.awaitPlaced(4);
        }
    }

    @Test
    void leaseIsHowLongAKilledServerIsWaitedFor() throws IOException {
        String[] brief = {"events.log.lease=600ms", "events.log.pollInterval=200ms"};
        killed(brief);
        log.append(1, Instant.now());
        try (DistributionProcess successor = log.folder().serveProcess(brief)) {
            assertThat(log.placedWithin(LONG_ENOUGH, 1)).isTrue();
            successor.kill();
        }
        log.append(1, Instant.now());
        try (DistributionServer patient = log.folder().serve("events.log.lease=1h")) {
            assertThat(log.placedWithin(LONG_ENOUGH, 2)).isFalse();
            assertThat(ServedLog.metrics(patient))
                    .contains("\nfraiseql_outbox_owner 0.0")
                    .contains("\nfraiseql_outbox_backlog{cursor=\"sequencer\"} 1.0");
        }
    }

    private void killed(String... settings) throws IOException {
        try (DistributionProcess server = log.folder().serveProcess(settings)) {
            ServedLog.awaitOwner(server);
            server.kill();
        }
    }

    @Test
    void retentionIsHowLongEventsAreKept() throws IOException {
        log.append(3, Instant.now().minus(Duration.ofDays(30)));
        log.append(1, Instant.now());
        try (DistributionServer keeping = log.folder().serve("events.retention=60d")) {
            log.awaitPlaced(4);
            assertThat(Waiting.until(LONG_ENOUGH, () -> events() < 4)).isFalse();
        }
        try (DistributionServer server = log.folder().serve()) {
            assertThat(Waiting.until(ServedLog.SOON, () -> events() == 1)).isTrue();
            assertThat(log.numbers("SELECT position FROM fraiseql_event")).isEqualTo(List.of(4L));
        }
    }

    private long events() {
        return log.numbers("SELECT COUNT(*) FROM fraiseql_event").get(0);
    }

    @Test
    void whatCannotWorkIsRefused() throws IOException {
        assertThat(refused("events.log.batchSize=0")).contains("events.log", "batchSize must be from 1 to 10000");
        assertThat(refused("events.log.pollInterval=0s")).contains("pollInterval must be more than nothing");
        assertThat(refused("events.log.lease=2s")).contains("lease must be at least 3 times pollInterval");
        assertThat(refused("events.retention=0d")).contains("retention must be more than nothing");
    }

    private String refused(String setting) throws IOException {
        Distribution.Ended ended = log.folder().check(setting);
        assertThat(ended.exitCode()).isEqualTo(2);
        return ended.err();
    }
}
