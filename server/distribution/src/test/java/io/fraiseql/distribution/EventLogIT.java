package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The event log of the shipped server, with several processes that write, are killed and are stopped for a while. */
class EventLogIT {

    private static final String[] SHORT_LEASE = {"events.log.lease=3s", "events.log.pollInterval=500ms"};
    private static final String[] NO_POLLING = {"events.log.lease=1h", "events.log.pollInterval=10m"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void whateverIsWrittenGetsItsPlace(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.MYSQL);
        ServedLog log = ServedLog.create(folder, database);
        log.append(3, Instant.now());
        try (DistributionServer server = log.folder().serve()) {
            log.awaitPlaced(3);
            log.write(server);
            log.awaitPlaced(4);
            log.append(2, Instant.now());
            log.awaitPlaced(6);
            assertThat(ServedLog.metrics(server))
                    .contains("\nfraiseql_outbox_owner 1.0")
                    .contains("\nfraiseql_outbox_backlog{cursor=\"sequencer\"} 0.0")
                    .contains("\nfraiseql_outbox_lag_seconds{cursor=\"sequencer\"} 0.0");
        }
        log.folder().fill("INSERT INTO fraiseql_event_cursor (name, position, token, beat) VALUES ('reader', 4, 0, 0)");
        assertThat(log.folder().succeed("events", "status", "config.yml").out())
                .matches("cursor +position +behind +seconds +server\n"
                        + "reader +4 +2 +[0-9]+[.][0-9]  none\n"
                        + "sequencer +6 +0 +0[.]0  none\n");
        log.append(1, Instant.now());
        try (DistributionServer again = log.folder().serve("events.log.lease=1h")) {
            log.awaitPlaced(7);
            log.write(again);
            log.awaitPlaced(8);
        }
    }

    /** The owner is stopped for longer than its lease and is fenced off; then the new owner is killed, and the first one has it again. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void ofTwoServersTheOtherGoesOnWhenOneIsStoppedOrKilled(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.MARIADB);
        ServedLog log = ServedLog.create(folder, database);
        try (DistributionProcess first = log.folder().serveProcess(SHORT_LEASE)) {
            ServedLog.awaitOwner(first);
            try (DistributionProcess second = log.folder().serveProcess(SHORT_LEASE)) {
                log.write(second);
                log.awaitPlaced(1);
                assertThat(ServedLog.metrics(second)).contains("\nfraiseql_outbox_owner 0.0");
                first.suspend();
                log.write(second);
                log.awaitPlaced(2);
                assertThat(ServedLog.metrics(second)).contains("\nfraiseql_outbox_owner 1.0");
                first.resume();
                log.write(first);
                log.write(second);
                log.awaitPlaced(4);
                assertThat(Waiting.until(
                                ServedLog.SOON, () -> ServedLog.metrics(first).contains("\nfraiseql_outbox_owner 0.0")))
                        .as("knows that it does not own the log any more")
                        .isTrue();
                second.kill();
                log.write(first);
                log.awaitPlaced(5);
                assertThat(ServedLog.metrics(first)).contains("\nfraiseql_outbox_owner 1.0");
            }
        }
    }

    @Test
    void onPostgresqlAServerWakesTheOneThatOwnsTheLog() throws IOException {
        ServedLog log = ServedLog.create(folder, TestDatabase.POSTGRESQL);
        try (DistributionProcess first = log.folder().serveProcess(NO_POLLING)) {
            log.write(first);
            log.awaitPlaced(1);
            try (DistributionProcess second = log.folder().serveProcess(NO_POLLING)) {
                log.write(second);
                log.awaitPlaced(2);
                assertThat(ServedLog.metrics(second)).contains("\nfraiseql_outbox_owner 0.0");
            }
        }
    }

    @Test
    void onPostgresqlAServerListensAgainWhenItsConnectionIsLost() throws IOException {
        ServedLog log = ServedLog.create(folder, TestDatabase.POSTGRESQL);
        try (DistributionServer server = log.folder().serve(NO_POLLING)) {
            log.write(server);
            log.awaitPlaced(1);
            log.append(1, Instant.now());
            assertThat(log.numbers("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND query = 'LISTEN fraiseql_event'"))
                    .containsExactly(1L);
            log.awaitPlaced(2);
            log.append(1, Instant.now());
            log.folder().fill("NOTIFY fraiseql_event");
            log.awaitPlaced(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void whatTheDatabaseRefusesIsTriedAgain(TestDatabase database) throws IOException {
        ServedLog log = ServedLog.create(folder, database);
        try (DistributionServer server = log.folder().serve(SHORT_LEASE)) {
            ServedLog.awaitOwner(server);
            log.folder().fill("ALTER TABLE fraiseql_event_cursor RENAME TO hidden");
            log.append(1, Instant.now());
            assertThat(Waiting.until(
                            ServedLog.SOON, () -> server.output().contains("the event log cannot be kept now")))
                    .isTrue();
            log.folder().fill("ALTER TABLE hidden RENAME TO fraiseql_event_cursor");
            log.awaitPlaced(1);
            assertThat(Waiting.until(ServedLog.SOON, () -> server.output().contains("the event log is kept again")))
                    .isTrue();
            assertThat(server.output()).containsOnlyOnce("the event log cannot be kept now");
        }
    }
}
