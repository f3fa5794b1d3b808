package io.fraiseql.distribution.event;

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
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers whose queue stops answering while they have a job of it. */
class UnreachableQueueTest {

    private static final Duration POLL = Duration.ofMillis(400);
    private static final long SOON = 20;

    @TempDir
    private Path folder;

    private final CountDownLatch released = new CountDownLatch(1);
    /** When the queue was asked in vain to extend a claim. */
    private final BlockingQueue<Long> refused = new LinkedBlockingQueue<>();

    @Test
    void isAskedAgainWithPausesOnly() throws InterruptedException {
        ObserverOptions options =
                new ObserverOptions(4, 100, 100, Duration.ofMillis(50), TestingLog.LEASE, Map.of(), null, null);
        SilentObserver listener = new SilentObserver();
        Clock clock = Clock.systemUTC();
        List<ActiveRule> rules = List.of(rule());
        try (TestingLog log = TestingLog.open(TestDatabase.SQLITE, folder)) {
            DatabaseJobs table = new DatabaseJobs(log.store, clock);
            JobIntake intake = JobIntake.into(table, 10, POLL, listener, () -> {});
            try (Observers observers = new Observers(log.store, "one", options, clock, listener, intake, rules);
                    JobWorkers workers = new JobWorkers(
                            new Refusing(table),
                            new DeliveryStore(log.store),
                            "one",
                            new JobOptions(2, 10, Duration.ofSeconds(6), POLL, false, Set.of(), options),
                            clock,
                            listener,
                            listener,
                            rules)) {
                log.append("a");
                log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
                observers.wake(log.reader.after(0, 100));
                workers.wake();
                long first = refusal();
                refusal();
                assertThat(refusal() - first).isGreaterThanOrEqualTo(POLL.toNanos());
            } finally {
                released.countDown();
            }
        }
    }

    private long refusal() throws InterruptedException {
        Long at = refused.poll(SOON, TimeUnit.SECONDS);
        assertThat(at).as("the queue is asked").isNotNull();
        return at;
    }

    private ActiveRule rule() {
        return TestingRule.queued(this::takeLong);
    }

    private void takeLong(Delivery delivery) {
        try {
            assertThat(released.await(SOON, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The table of jobs, but that claims cannot be extended. */
    private final class Refusing extends ForwardingQueue {

        Refusing(JobQueue real) {
            super(real);
        }

        @Override
        public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
            refused.add(System.nanoTime());
            throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "the queue does not answer");
        }
    }
}
