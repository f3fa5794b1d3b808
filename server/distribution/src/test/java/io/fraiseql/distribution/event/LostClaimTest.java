package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.core.observer.BoundAction;
import io.fraiseql.core.observer.JobListener.End;
import io.fraiseql.core.observer.JobOptions;
import io.fraiseql.core.observer.JobWorkers;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.job.TestingClock;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that hears, when it asks for more time, that another one has its job by now. */
class LostClaimTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Event EVENT = new Event(
            1, UUID.randomUUID(), "Thing", "a", Event.Type.INSERT, null, null, null, null, null, null, Instant.EPOCH);

    @TempDir
    private Path folder;

    /** The time of the queue, which passes when the worker asks for more of it. */
    private final TestingClock clock = new TestingClock();

    private final List<End> ends = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private TestingLog log;
    private DatabaseJobs table;
    private Overtaken queue;

    @BeforeEach
    void addOne() {
        log = TestingLog.open(TestDatabase.SQLITE, folder);
        table = new DatabaseJobs(log.store, clock);
        queue = new Overtaken(table);
        String id = EVENT.id() + ".r";
        table.add(
                List.of(new Job(id, "call", "r", 0, "", 100, "", 1, Instant.EPOCH, 0, "[]", EventJson.write(EVENT))),
                0);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatItDoesIsCutOffAndNotCountedAsDone() throws InterruptedException {
        try (JobWorkers workers = workers(delivery -> endWhenInterrupted())) {
            workers.wake();
            assertThat(interrupted.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(ended.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ends).containsExactly(End.LOST);
        assertThat(table.end(List.of(new JobEnd(queue.other(), null)))).isEmpty();
    }

    /** The other one gives the job back while the first still does what it did before. */
    @Test
    void theEndOfWhatWasLostIsNotThatOfTheNextTry() {
        try (JobWorkers workers = workers(this::heedNothingAndFailNext)) {
            workers.wake();
            await(() -> ends.contains(End.LOST));
            Job again = queue.other().job().later(clock.instant(), 0, "[]");
            table.end(List.of(new JobEnd(queue.other(), again)));
            workers.wake();
            await(() -> ends.size() == 2);
        } finally {
            released.countDown();
        }
        assertThat(ends).containsExactly(End.LOST, End.DEAD);
    }

    private void endWhenInterrupted() {
        try {
            released.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    private void heedNothingAndFailNext(Delivery delivery) {
        if (tries.incrementAndGet() == 1) {
            awaitUninterruptibly(released);
        } else {
            released.countDown();
            awaitUninterruptibly(ended);
            throw ActionFailedException.permanent("no", null);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        assertThat(Waiting.until(SOON, () -> latch.getCount() == 0)).isTrue();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Waiting.until(SOON, condition)).isTrue();
    }

    private JobWorkers workers(BoundAction.Work work) {
        ObserverOptions options = new ObserverOptions(4, 100, 100, POLL, TestingLog.LEASE, Map.of(), null, null);
        Listener listener = new Listener();
        return new JobWorkers(
                queue,
                new DeliveryStore(log.store),
                "one",
                new JobOptions(2, 10, VISIBILITY, POLL, false, Set.of(), options),
                Clock.systemUTC(),
                listener,
                listener,
                List.of(TestingRule.queued(work)));
    }

    /** Notes how claims end. */
    private final class Listener extends SilentObserver {

        @Override
        public void ended(String type, End end, long nanos) {
            ends.add(end);
        }

        @Override
        public void acted(String action, long nanos, @Nullable Failure failure) {
            ended.countDown();
        }
    }

    /** The table of jobs, of which another worker claims everything just before the first asks for more time. */
    private final class Overtaken extends ForwardingQueue {

        private final List<ClaimedJob> others = new CopyOnWriteArrayList<>();

        Overtaken(JobQueue real) {
            super(real);
        }

        ClaimedJob other() {
            return others.get(0);
        }

        @Override
        public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
            if (others.isEmpty()) {
                clock.pass(visibility);
                others.addAll(real.claim("call", 1, "two", visibility));
            }
            return real.extend(claims, visibility);
        }
    }
}
