package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.event.EventLog;
import io.fraiseql.core.event.LeaseLostException;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.Sequencer;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.distribution.event.TestingLog.Transaction;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Positions: every committed event gets one, in an order that loses none, from one process at a time. */
class SequencerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private TestingLog open(TestDatabase database) {
        return TestingLog.open(database, folder);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void positionsAreDenseAndGoOnAfterARestart(TestDatabase database) {
        try (TestingLog log = open(database)) {
            Sequencer first = log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "first"));
            assertThat(first.pass().size()).isZero();
            log.append("a", "b", "c");
            try (Transaction refused = log.begin()) {
                refused.append("rolled back");
            }
            log.append("d");
            assertThat(first.pass().size()).isEqualTo(4);
            assertThat(first.pass().size()).isZero();
            log.silence();
            LeasedCursor again = log.cursor(LeasedCursor.SEQUENCER, "again");
            assertThat(again.claim()).as("seen for the first time").isFalse();
            log.silence();
            assertThat(again.claim()).as("silent for the time of a lease").isTrue();
            log.append("e");
            log.sequencer(again).pass();
            assertThat(log.keys(0)).containsExactly("a", "b", "c", "d", "e");
            assertThat(log.reader.after(0, 1000).events())
                    .extracting(event -> event.position())
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(log.keys(3)).containsExactly("d", "e");
            assertThat(log.reader.after(1, 2).events())
                    .extracting(event -> event.entityId())
                    .containsExactly("b", "c");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void whatCommitsLateIsReadAfterwardsAndNotLost(TestDatabase database) {
        try (TestingLog log = open(database)) {
            Sequencer sequencer = log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one"));
            try (Transaction early = log.begin();
                    Transaction late = log.begin()) {
                early.append("appended first");
                late.append("appended second");
                late.commit();
                assertThat(sequencer.pass().size())
                        .as("waits for no other transaction")
                        .isEqualTo(1);
                assertThat(log.keys(0)).containsExactly("appended second");
                early.commit();
                assertThat(sequencer.pass().size()).isEqualTo(1);
            }
            assertThat(log.keys(1)).as("behind what a reader has seen").containsExactly("appended first");
        }
    }

    /** Whoever takes away the cursors of consumers may take away this one: no position is given twice, and nobody misses what comes. */
    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void positionsGoOnWhenTheirCursorIsTakenAway(TestDatabase database) {
        try (TestingLog log = open(database)) {
            log.append("a", "b");
            try (EventLog kept = kept(log)) {
                assertThat(Waiting.until(SOON, () -> log.keys(0).size() == 2)).isTrue();
                log.target.run(List.of("DELETE FROM fraiseql_event_cursor WHERE name = 'sequencer'"));
                log.append("c");
                kept.written();
                assertThat(Waiting.until(SOON, () -> log.keys(2).contains("c"))).isTrue();
            }
            log.target.run(List.of(
                    "DELETE FROM fraiseql_event_cursor WHERE name = 'sequencer'",
                    "INSERT INTO fraiseql_event_cursor (name, position, token, beat) VALUES ('warehouse', 7, 0, 0)"));
            log.append("d");
            try (EventLog kept = kept(log)) {
                kept.written();
                assertThat(Waiting.until(SOON, () -> log.keys(7).contains("d"))).isTrue();
            }
        }
    }

    private static EventLog kept(TestingLog log) {
        EventLog.Options options =
                new EventLog.Options(1000, Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofDays(1), true);
        return new EventLog(log.store, "one", options, Clock.systemUTC(), null, ring -> null);
    }

    /** SQLite lets one transaction write at a time: they cannot interleave there. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aReaderThatFollowsSeesEachEventOnceWhateverTheOrderOfCommits(TestDatabase database) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (TestingLog log = open(database)) {
            Sequencer sequencer = log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one"));
            List<Transaction> running =
                    IntStream.range(0, 6).mapToObj(i -> log.begin()).toList();
            List<List<String>> appended = IntStream.range(0, 6)
                    .mapToObj(i -> (List<String>) new ArrayList<String>())
                    .toList();
            long position = 0;
            for (int step = 0; step < 150; step++) {
                int which = random.nextInt(running.size());
                if (random.nextInt(3) > 0) {
                    running.get(which).append("k" + step);
                    appended.get(which).add("k" + step);
                } else {
                    running.get(which).commit();
                    expected.addAll(appended.get(which));
                    appended.get(which).clear();
                    sequencer.pass();
                    List<String> next = log.keys(position);
                    position += next.size();
                    seen.addAll(next);
                }
            }
            running.forEach(Transaction::close);
        }
        assertThat(seen).as("seed " + seed).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void aFormerOwnerThatWakesUpGivesNoPositions(TestDatabase database) {
        try (TestingLog log = open(database)) {
            LeasedCursor stopped = log.claimed(LeasedCursor.SEQUENCER, "stopped");
            LeasedCursor other = log.cursor(LeasedCursor.SEQUENCER, "other");
            assertThat(other.claim()).isFalse();
            log.silence();
            assertThat(stopped.held()).as("knows by its own clock").isFalse();
            assertThat(other.claim()).isTrue();
            log.append("a");
            assertThatThrownBy(log.sequencer(stopped)::pass).isInstanceOf(LeaseLostException.class);
            assertThat(log.keys(0)).as("rolled back with its fence").isEmpty();
            assertThatThrownBy(stopped::renew).isInstanceOf(LeaseLostException.class);
            assertThat(log.sequencer(other).pass().size()).isEqualTo(1);
            assertThat(log.keys(0)).containsExactly("a");
            assertThat(stopped.claim()).as("the other one is alive").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aTransactionThatWasStoppedInTheMiddleIsEndedByTheDatabase(TestDatabase database) {
        try (TestingLog log = open(database)) {
            log.claimed(LeasedCursor.SEQUENCER, "stopped");
            LeasedCursor other = log.cursor(LeasedCursor.SEQUENCER, "other");
            other.claim();
            log.silence();
            try (WriteSession stopped = log.holding()) {
                assertThat(other.claim())
                        .as("waits for the row, and not for ever")
                        .isTrue();
                assertThatThrownBy(stopped::commit).isInstanceOf(FraiseqlException.class);
            }
            log.append("a");
            assertThat(log.sequencer(other).pass().size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void oneOfTwoOwnsTheSequencer(TestDatabase database) {
        try (TestingLog log = open(database)) {
            LeasedCursor one = log.claimed(LeasedCursor.SEQUENCER, "one");
            LeasedCursor two = log.cursor(LeasedCursor.SEQUENCER, "two");
            for (int third = 0; third < 12; third++) {
                log.nanos.addAndGet(TestingLog.LEASE.toNanos() / 3);
                one.renew();
                assertThat(two.claim()).as("sees a sign of life").isFalse();
                assertThat(two.claim()).as("sees no other one at once").isFalse();
                assertThat(one.held()).isTrue();
            }
            one.release();
            assertThat(two.claim()).as("given up").isTrue();
            assertThat(one.claim()).isFalse();
            log.append("a");
            assertThatThrownBy(log.sequencer(one)::pass).isInstanceOf(LeaseLostException.class);
        }
    }
}
