package io.fraiseql.distribution.event;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.JobIntake;
import io.fraiseql.core.observer.JobOptions;
import io.fraiseql.core.observer.JobWorkers;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.core.observer.Observers;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.action.Delivery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is stopped in order says that it is alive until its actions have ended, so that nobody does them again. */
class StoppedObserverTest {

    private static final Duration LEASE = Duration.ofMillis(900);
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ends = new CountDownLatch(1);
    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void keepsWhatItFollows(TestDatabase kind) throws Exception {
        try (TestingLog log = TestingLog.open(kind, folder)) {
            Observers observers = observers(log, TestingRule.direct(this::act));
            log.append("a");
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            observers.wake(log.reader.after(0, 100));
            assertThat(begun.await(20, SECONDS)).isTrue();
            Thread stopping = new Thread(observers::close);
            stopping.start();
            long beat = beat(log);
            assertThat(Waiting.until(SOON, () -> beat(log) > beat + 4))
                    .as("signs of life for longer than a lease")
                    .isTrue();
            ends.countDown();
            stopping.join();
            assertThat(new DeliveryStore(log.store).waiting()).isZero();
            assertThat(tries).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void keepsTheJobsThatItDoes(TestDatabase kind) throws Exception {
        ActiveRule rule = TestingRule.queued(this::act);
        try (TestingLog log = TestingLog.open(kind, folder)) {
            DatabaseJobs queue = new DatabaseJobs(log.store, CLOCK);
            JobWorkers workers = workers(log, queue, rule);
            try (Observers observers = observers(log, rule)) {
                log.append("a");
                log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
                observers.wake(log.reader.after(0, 100));
                assertThat(begun.await(20, SECONDS)).isTrue();
            }
            Thread stopping = new Thread(workers::close);
            stopping.start();
            Set<String> claims = new HashSet<>();
            assertThat(Waiting.until(SOON, () -> claims.add(claimedUntil(log)) && claims.size() > 4))
                    .as("longer and longer claims")
                    .isTrue();
            ends.countDown();
            stopping.join();
            assertThat(queue.figures().running()).isZero();
            assertThat(queue.figures().pending()).isZero();
            assertThat(tries).hasValue(1);
        }
    }

    private static Observers observers(TestingLog log, ActiveRule rule) {
        return new Observers(
                log.store,
                "one",
                options(),
                CLOCK,
                new SilentObserver(),
                JobIntake.into(
                        new DatabaseJobs(log.store, CLOCK), 10, Duration.ofMillis(50), new SilentObserver(), () -> {}),
                List.of(rule));
    }

    private static JobWorkers workers(TestingLog log, DatabaseJobs queue, ActiveRule rule) {
        return new JobWorkers(
                queue,
                new DeliveryStore(log.store),
                "one",
                new JobOptions(2, 10, LEASE, Duration.ofMillis(50), false, Set.of(), options()),
                CLOCK,
                new SilentObserver(),
                new SilentObserver(),
                List.of(rule));
    }

    private static ObserverOptions options() {
        return new ObserverOptions(4, 100, 100, Duration.ofMillis(50), LEASE, Map.of(), null, null);
    }

    private static long beat(TestingLog log) {
        return log.reader.cursors().stream()
                .filter(cursor -> cursor.name().equals(Observers.CURSOR))
                .mapToLong(cursor -> cursor.beat())
                .sum();
    }

    private static String claimedUntil(TestingLog log) {
        return log.target.rows("SELECT run_at FROM fraiseql_job").toString();
    }

    private void act(Delivery delivery) {
        tries.incrementAndGet();
        begun.countDown();
        try {
            assertThat(ends.await(20, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
