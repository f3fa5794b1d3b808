package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.event.EventLog;
import io.fraiseql.core.event.LeaseLostException;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.Retention;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.distribution.event.TestingLog.Transaction;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken away: what is old enough and was read by every consumer. */
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");
    private static final Duration AGE = Duration.ofDays(7);

    @TempDir
    private Path folder;

    private static Retention retention(TestingLog log, LeasedCursor cursor, int batch) {
        return new Retention(log.store, cursor, AGE, batch, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void fill(TestingLog log, LeasedCursor sequencer) {
        try (Transaction transaction = log.begin()) {
            transaction.append("old 1", NOW.minus(Duration.ofDays(9)));
            transaction.append("old 2", NOW.minus(Duration.ofDays(8)));
            transaction.append("old 3", NOW.minus(AGE).minusNanos(1000));
            transaction.append("new 4", NOW.minus(AGE));
            transaction.append("odd 5", NOW.minus(Duration.ofDays(9)));
            transaction.commit();
        }
        log.sequencer(sequencer).pass();
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void whatIsOldIsTakenAwayInBatches(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            LeasedCursor sequencer = log.claimed(LeasedCursor.SEQUENCER, "one");
            fill(log, sequencer);
            log.append("not yet placed");
            Retention retention = retention(log, sequencer, 2);
            assertThat(retention.pass()).as("there may be more").isTrue();
            assertThat(log.keys(0)).containsExactly("old 3", "new 4", "odd 5");
            assertThat(retention.pass()).isFalse();
            assertThat(log.keys(0)).as("without a hole in it").containsExactly("new 4", "odd 5");
            assertThat(retention.pass()).isFalse();
            log.sequencer(sequencer).pass();
            assertThat(log.keys(5)).as("positions go on").containsExactly("not yet placed");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void theLogKeepsUpWithManyOldEvents(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            try (Transaction transaction = log.begin()) {
                IntStream.range(0, 400).forEach(i -> transaction.append("old " + i, NOW.minus(Duration.ofDays(9))));
                transaction.commit();
            }
            EventLog.Options options = new EventLog.Options(10, Duration.ofSeconds(1), TestingLog.LEASE, AGE, true);
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            try (EventLog kept = new EventLog(log.store, "one", options, clock, null, heard -> null)) {
                assertThat(Waiting.until(
                                Duration.ofSeconds(15),
                                () -> kept.owner() && log.keys(0).isEmpty() && log.reader.end() == 400))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void whatAConsumerHasNotReadStays(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            LeasedCursor sequencer = log.claimed(LeasedCursor.SEQUENCER, "one");
            LeasedCursor slow = log.claimed("slow", "one");
            LeasedCursor quick = log.claimed("quick", "one");
            fill(log, sequencer);
            quick.move(5, session -> {});
            Retention retention = retention(log, sequencer, 100);
            retention.pass();
            assertThat(log.keys(0)).hasSize(5);
            slow.move(1, session -> {});
            retention.pass();
            assertThat(log.keys(0)).containsExactly("old 2", "old 3", "new 4", "odd 5");
            slow.release();
            retention.pass();
            assertThat(log.keys(0)).as("also while nobody runs the consumer").hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void aFormerOwnerTakesNothingAway(TestDatabase database) {
        try (TestingLog log = TestingLog.open(database, folder)) {
            LeasedCursor stopped = log.claimed(LeasedCursor.SEQUENCER, "stopped");
            fill(log, stopped);
            LeasedCursor other = log.cursor(LeasedCursor.SEQUENCER, "other");
            other.claim();
            log.silence();
            assertThat(other.claim()).isTrue();
            assertThatThrownBy(retention(log, stopped, 100)::pass).isInstanceOf(LeaseLostException.class);
            assertThat(log.keys(0)).hasSize(5);
        }
    }
}
