package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.JobIntake;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.core.observer.Observers;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.distribution.event.FaultyQueue.Fate;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a queue elsewhere was given is not given once more because its answer was lost. */
class RepeatedJobTest {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ActiveRule RULE = TestingRule.queued(delivery -> {});

    @TempDir
    private Path folder;

    @Test
    void theAnswerIsLost() {
        everyJobIsDoneOnce(Fate.UNANSWERED);
    }

    @Test
    void theAnswerIsLostWhenWhatWaitedIsAdded() {
        everyJobIsDoneOnce(Fate.UNREACHABLE, Fate.UNANSWERED, Fate.UNANSWERED);
    }

    private void everyJobIsDoneOnce(Fate... fates) {
        FaultyQueue queue = new FaultyQueue(fates);
        try (TestingLog log = TestingLog.open(TestDatabase.SQLITE, folder);
                Observers observers = observers(log, queue)) {
            log.append("a", "b", "c");
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            observers.wake(log.reader.after(0, 100));
            DeliveryStore deliveries = new DeliveryStore(log.store);
            await(() -> queue.hasAnswered() && deliveries.waiting() == 0);
            assertThat(queue.done).hasSize(3).doesNotHaveDuplicates();
            again(log, deliveries);
            await(() -> queue.done.size() == 4 && deliveries.waiting() == 0);
        }
    }

    /** A dead letter is, once somebody wants that. */
    private static void again(TestingLog log, DeliveryStore deliveries) {
        String event = EventJson.write(log.reader.after(1, 1).events().get(0));
        deliveries.keep(new DeliveryRow(2, "r", State.REPLAY, 0, 0, Instant.now(), "[]", event));
    }

    private static Observers observers(TestingLog log, FaultyQueue queue) {
        SilentObserver listener = new SilentObserver();
        return new Observers(
                log.store,
                "one",
                new ObserverOptions(4, 100, 100, POLL, TestingLog.LEASE, Map.of(), null, null),
                Clock.systemUTC(),
                listener,
                JobIntake.into(queue, 10, POLL, listener, () -> {}),
                List.of(RULE));
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Waiting.until(SOON, condition)).isTrue();
    }
}
