package io.fraiseql.distribution.event;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.JobIntake;
import io.fraiseql.core.observer.JobListener;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.core.observer.Observers;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An action is started before the step that notes it commits; when that fails, its process does not do it again. */
class EarlyActionTest {

    private static final Duration LOOKS = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final AtomicBoolean armed = new AtomicBoolean();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({"SQLITE, true", "SQLITE, false", "POSTGRESQL, true", "POSTGRESQL, false"})
    void isDoneOnceWhenItsStepCannotBeCommitted(TestDatabase kind, boolean endsBefore) {
        try (TestingLog log = TestingLog.open(kind, folder);
                Observers observers = new Observers(
                        log.store(Failing::new),
                        "one",
                        new ObserverOptions(4, 100, 100, Duration.ofMillis(50), TestingLog.LEASE, Map.of(), null, null),
                        Clock.systemUTC(),
                        new SilentObserver(),
                        JobIntake.into(
                                new DatabaseJobs(log.store, Clock.systemUTC()), 10, LOOKS, new NoJobs(), () -> {}),
                        List.of(rule(endsBefore)))) {
            log.append("a", "a", "b");
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            observers.wake(log.reader.after(0, 100));
            DeliveryStore deliveries = new DeliveryStore(log.store);
            assertThat(Waiting.until(
                            Duration.ofSeconds(20),
                            () -> done.size() >= 3 && at(log) == 3 && deliveries.waiting() == 0))
                    .as("done and noted: %s", done)
                    .isTrue();
            assertThat(failed.getCount()).as("a step could not be committed").isZero();
            assertThat(done).hasSize(3).contains("3 b").containsSubsequence("1 a", "2 a");
        }
    }

    private static long at(TestingLog log) {
        return log.reader.cursors().stream()
                .filter(cursor -> cursor.name().equals(Observers.CURSOR))
                .mapToLong(cursor -> cursor.position())
                .sum();
    }

    private ActiveRule rule(boolean endsBefore) {
        return TestingRule.direct(delivery -> act(delivery, endsBefore));
    }

    /** The first one makes the commit of its step fail, and ends before that or after it. */
    private void act(Delivery delivery, boolean endsBefore) {
        long position = delivery.event().position();
        if (position == 1) {
            armed.set(failed.getCount() > 0);
            if (!endsBefore) {
                awaitFailure();
            }
        }
        done.add(position + " " + delivery.event().entityId());
    }

    private void awaitFailure() {
        try {
            assertThat(failed.await(20, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No rule here is queued. */
    private static final class NoJobs implements JobListener {

        @Override
        public void queued(int jobs) {
            throw new AssertionError("a job");
        }

        @Override
        public void ended(String type, End end, long nanos) {
            throw new AssertionError("a job");
        }
    }

    /** A database that refuses one commit when it is armed. */
    private final class Failing extends WrappedDatabase {

        Failing(Database real) {
            super(real);
        }

        @Override
        public WriteSession openWrite(WriteOptions options) {
            return new Writing(super.openWrite(options)) {
                @Override
                public void commit() {
                    if (armed.getAndSet(false)) {
                        failed.countDown();
                        throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "the connection is lost");
                    }
                    super.commit();
                }
            };
        }
    }
}
