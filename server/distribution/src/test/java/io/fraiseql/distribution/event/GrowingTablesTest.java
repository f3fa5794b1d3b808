package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.Sequencer;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.job.TestingJobs;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.JobEnd;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL keeps the plans that it makes while a table is nearly empty, and counts the rows of tables once a minute at most. */
class GrowingTablesTest {

    private static final int MANY = 4000;
    private static final int PASSES = 100;

    @TempDir
    private Path folder;

    private TestingLog log;

    @BeforeEach
    void open() {
        log = TestingLog.open(TestDatabase.POSTGRESQL, folder);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private long passed(String table) {
        log.close();
        return log.rowsPassed(table);
    }

    @Test
    void theLogIsNotReadAsAWhole() {
        Sequencer sequencer = log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one"));
        for (int pass = 0; pass < PASSES; pass++) {
            log.append("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
            assertThat(sequencer.pass().size()).isEqualTo(10);
        }
        assertThat(passed("fraiseql_event")).isLessThan(10_000);
    }

    @Test
    void jobsThatWaitAreNotPassedByThoseThatAreDone() {
        DatabaseJobs jobs = new DatabaseJobs(log.store, Clock.systemUTC());
        TestingJobs small = new TestingJobs(Instant.now()).of("small");
        passes(jobs, small, 0);
        log.analyze("fraiseql_job");
        TestingJobs flood = small.of("flood");
        for (int i = 0; i < MANY; i += 500) {
            jobs.add(flood.jobs(i, i + 499), 0);
        }
        passes(jobs, small, PASSES);
        assertThat(jobs.figures().all()).isEqualTo(MANY - PASSES);
        assertThat(passed("fraiseql_job")).isLessThan(80_000);
    }

    /** Of two jobs that are claimed one is done and one is tried again before it is. */
    private static void passes(DatabaseJobs jobs, TestingJobs small, int first) {
        for (int pass = first; pass < first + PASSES; pass++) {
            jobs.add(small.jobs(pass, pass), 0);
            List<ClaimedJob> claims = jobs.claim("call", 2, "w", Duration.ofMinutes(1));
            assertThat(jobs.extend(claims, Duration.ofMinutes(2))).isEmpty();
            assertThat(jobs.end(ends(claims, true))).isEmpty();
            claims = jobs.claim("call", 1, "w", Duration.ofMinutes(1));
            assertThat(jobs.end(ends(claims, false))).isEmpty();
        }
    }

    @Test
    void jobsThatWaitForOthersOfTheirLaneAreNotPassedByThoseThatAreDone() {
        DatabaseJobs jobs = new DatabaseJobs(log.store, Clock.systemUTC());
        TestingJobs ordered = new TestingJobs(Instant.now()).lane("one");
        for (int i = 0; i < MANY; i += 500) {
            jobs.add(ordered.jobs(i, i + 499), 0);
        }
        for (int i = 0; i < PASSES; i++) {
            List<ClaimedJob> claims = jobs.claim("call", 16, "w", Duration.ofMinutes(1));
            assertThat(claims)
                    .singleElement()
                    .matches(claim -> claim.job().lane().equals("one"));
            assertThat(jobs.end(ends(claims, false))).isEmpty();
        }
        assertThat(jobs.figures().pending()).isEqualTo(MANY - PASSES);
        assertThat(passed("fraiseql_job")).isLessThan(160_000);
    }

    private static List<JobEnd> ends(List<ClaimedJob> claims, boolean again) {
        List<JobEnd> ends = new ArrayList<>();
        for (ClaimedJob claim : claims) {
            boolean last = again && ends.size() == claims.size() - 1;
            ends.add(new JobEnd(claim, last ? claim.job().later(Instant.EPOCH, 1, "[]") : null));
        }
        return ends;
    }

    @Test
    void deliveriesThatWaitAreNotPassedByThoseThatAreDone() {
        DeliveryStore deliveries = new DeliveryStore(log.store);
        deliver(deliveries, 0);
        log.analyze("fraiseql_observer_delivery");
        List<DeliveryRow> waiting = rows(MANY, 1);
        deliveries.transaction(session -> deliveries.insert(session, waiting));
        deliver(deliveries, 2 * MANY);
        assertThat(deliveries.waiting()).isEqualTo(MANY);
        assertThat(passed("fraiseql_observer_delivery")).isLessThan(40_000);
    }

    private static void deliver(DeliveryStore deliveries, int first) {
        for (int pass = first; pass < first + PASSES; pass++) {
            List<DeliveryRow> rows = rows(3, 10_000L + 3L * pass);
            deliveries.transaction(session -> deliveries.insert(session, rows));
            deliveries.transaction(session -> deliveries.update(session, rows));
            assertThat(deliveries.pending("rule", 9_999, 10)).hasSize(3);
            assertThat(deliveries.inState(DeliveryRow.State.WAITING, 9_999, 10)).hasSize(3);
            deliveries.transaction(session -> deliveries.delete(session, rows));
        }
    }

    private static List<DeliveryRow> rows(int count, long first) {
        List<DeliveryRow> rows = new ArrayList<>();
        for (long position = first; position < first + count; position++) {
            rows.add(new DeliveryRow(position, "rule", DeliveryRow.State.WAITING, 0, 0, Instant.EPOCH, "[]", "{}"));
        }
        return rows;
    }
}
