package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.core.model.Retry;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.Handover;
import io.fraiseql.core.observer.JobIntake;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.core.observer.TransportWorkers;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.job.QueuedJob;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of a row that two processes have, of which the first may be suspended at the worst moment. */
class HandoverTest {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final long SOON_SECONDS = 20;

    @TempDir
    private Path folder;

    private final TestingReceiver first = new TestingReceiver();
    private final TestingReceiver second = new TestingReceiver();
    /** The keys of what was tried. */
    private final BlockingQueue<String> tried = new LinkedBlockingQueue<>();

    private final CountDownLatch suspended = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private volatile boolean failing = true;

    @AfterEach
    void resume() {
        goesOn.countDown();
    }

    private TransportWorkers workers(TestingLog log, EventStore store, String process, TestingReceiver receiver) {
        ObserverOptions options = new ObserverOptions(4, 100, 100, POLL, TestingLog.LEASE, Map.of(), null, null);
        SilentObserver listener = new SilentObserver();
        DatabaseJobs table = new DatabaseJobs(store, Clock.systemUTC());
        JobIntake intake = JobIntake.into(table, 100, POLL, listener, () -> {});
        return new TransportWorkers(
                new DeliveryStore(log.store),
                options,
                Clock.systemUTC(),
                listener,
                receiver,
                new Handover(store, process, table, intake, intake, POLL, Clock.systemUTC()),
                List.of(rule()));
    }

    private ActiveRule rule() {
        return TestingRule.direct(
                new Retry(5, Retry.Backoff.FIXED, Duration.ofHours(1), Duration.ofHours(1), false), this::call);
    }

    private void call(Delivery delivery) {
        tried.add(delivery.event().entityId());
        if (failing) {
            throw ActionFailedException.temporary("down", (Throwable) null);
        }
    }

    /** Begins, and is suspended before it writes. */
    private EventStore suspending(TestingLog log) {
        return log.store(database -> new WrappedDatabase(database) {
            @Override
            public WriteSession openWrite(WriteOptions options) {
                suspended.countDown();
                try {
                    assertThat(goesOn.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.openWrite(options);
            }
        });
    }

    private static List<String> events(TestingLog log, String... keys) {
        log.append(keys);
        log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
        return log.reader.after(0, 100).events().stream().map(EventJson::write).toList();
    }

    private static List<QueuedJob> jobs(TestingLog log) {
        DatabaseJobs jobs = new DatabaseJobs(log.store, Clock.systemUTC());
        return List.of(QueuedJob.State.values()).stream()
                .flatMap(state -> jobs.browse(state, null, 100).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void whoWakesUpMakesNoJobOfWhatAnotherHasDone(TestDatabase database) throws InterruptedException {
        try (TestingLog log = TestingLog.open(database, folder)) {
            List<String> events = events(log, "a");
            try (TransportWorkers sleeper = workers(log, suspending(log), "one", first);
                    TransportWorkers other = workers(log, log.store, "two", second)) {
                first.give(events.get(0), 1, false);
                assertThat(suspended.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
                failing = false;
                second.give(events.get(0), 1, true);
                assertThat(second.ended.poll(SOON_SECONDS, TimeUnit.SECONDS)).isNotNull();
                goesOn.countDown();
                second.give(events.get(0), 2, false);
                assertThat(second.ended.poll(SOON_SECONDS, TimeUnit.SECONDS)).isNotNull();
                assertThat(sleeper).isNotSameAs(other);
            }
            assertThat(jobs(log)).isEmpty();
            assertThat(first.ended).isEmpty();
        }
    }

    /** What follows a job of its row becomes one too, and what was made one is not made one again. */
    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void whatFollowsAJobBecomesOne(TestDatabase database) throws InterruptedException {
        try (TestingLog log = TestingLog.open(database, folder)) {
            List<String> events = events(log, "a", "a", "b");
            try (TransportWorkers one = workers(log, log.store, "one", first);
                    TransportWorkers two = workers(log, log.store, "two", second)) {
                first.give(events.get(0), 1, true);
                assertThat(first.ended.poll(SOON_SECONDS, TimeUnit.SECONDS)).isNotNull();
                assertThat(tried.poll()).isEqualTo("a");
                failing = false;
                second.give(events.get(0), 1, true);
                second.give(events.get(1), 2, false);
                second.give(events.get(2), 3, false);
                for (int i = 0; i < 3; i++) {
                    assertThat(second.ended.poll(SOON_SECONDS, TimeUnit.SECONDS))
                            .isNotNull();
                }
                assertThat(one).isNotSameAs(two);
            }
            assertThat(tried).containsExactly("b");
            assertThat(jobs(log)).extracting(queued -> queued.job().position()).containsExactlyInAnyOrder(1L, 2L);
            assertThat(jobs(log)).extracting(queued -> queued.job().attempt()).containsExactlyInAnyOrder(1, 0);
        }
    }

    /** An event that others have taken up since is none of this process's. */
    @Test
    void whoIsTooLateTakesUpNothing() throws InterruptedException {
        try (TestingLog log = TestingLog.open(TestDatabase.SQLITE, folder)) {
            List<String> events = events(log, "a", "b");
            failing = false;
            try (TransportWorkers one = workers(log, log.store, "one", first);
                    TransportWorkers two = workers(log, log.store, "two", second)) {
                second.give(events.get(1), 2, true);
                assertThat(second.ended.poll(SOON_SECONDS, TimeUnit.SECONDS)).isNotNull();
                first.give(events.get(0), 1, true);
                first.give(events.get(1), 3, false);
                assertThat(first.ended.poll(SOON_SECONDS, TimeUnit.SECONDS))
                        .satisfies(event -> assertThat(event.place().number()).isEqualTo(3));
                assertThat(one).isNotSameAs(two);
            }
            assertThat(tried).containsExactly("b", "b");
        }
    }
}
