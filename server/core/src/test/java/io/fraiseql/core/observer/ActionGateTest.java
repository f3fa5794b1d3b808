package io.fraiseql.core.observer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.model.Retry;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.core.observer.ObserverOptions.Breaker;
import io.fraiseql.core.observer.ObserverOptions.Limit;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ActionGateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** The gate's buckets begin when it is made. */
    private static final long NOW = System.nanoTime() + SECOND;

    private static final ActiveRule RULE = new ActiveRule(
            new Rule(
                    "r",
                    "Thing",
                    null,
                    null,
                    List.of(),
                    Retry.DEFAULT,
                    Rule.OnFailure.DLQ,
                    true,
                    Duration.ofSeconds(1),
                    null),
            Condition.ALWAYS,
            List.of(
                    new BoundAction("call", false, Event::entityId, delivery -> {}),
                    new BoundAction("log", false, event -> "", delivery -> {})));

    private final TestingListener listener = new TestingListener();
    private int running;

    private RuleQueue queue(Map<String, Limit> limits, @Nullable Breaker breaker) {
        ObserverOptions options = new ObserverOptions(9, 99, 9, Duration.ZERO, Duration.ZERO, limits, breaker, null);
        gate = new ActionGate(options, type -> type.equals("call") ? running : 0, listener);
        RuleQueue queue = new RuleQueue(RULE, 9, 99, gate);
        queue.caughtUp();
        return queue;
    }

    private ActionGate gate = TestingGate.open();

    /** A delivery whose endpoint is named by its key. */
    private static PendingDelivery added(RuleQueue queue, long position, String key, int done) {
        Event event = new Event(
                position,
                new UUID(0, position),
                "Thing",
                key,
                Event.Type.UPDATE,
                "{}",
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
        DeliveryRow row = new DeliveryRow(
                position, "r", State.WAITING, done, 0, Instant.EPOCH, History.NONE, EventJson.write(event));
        PendingDelivery delivery = new PendingDelivery(RULE, event, row, 0);
        assertThat(queue.offer(delivery, NOW)).isTrue();
        return delivery;
    }

    private void ends(RuleQueue queue, PendingDelivery delivery, @Nullable Failure failure, long now) {
        Outcome outcome = failure == null ? Outcome.done(delivery) : Outcome.failed(delivery, failure, "no", null);
        Endpoint back = gate.ended(outcome, now);
        if (back != null) {
            queue.back(back);
        }
        queue.finished(delivery);
        queue.goOn(true, now);
    }

    @Test
    void asManyOfATypeRunAsMayAndOthersPass() {
        RuleQueue queue = queue(Map.of("call", new Limit(2, null)), null);
        running = 1;
        PendingDelivery first = added(queue, 1, "a", 0);
        added(queue, 2, "b", 0);
        PendingDelivery other = added(queue, 3, "c", 1);
        assertThat(queue.start(NOW)).isSameAs(first);
        assertThat(queue.start(NOW)).isSameAs(other);
        assertThat(queue.start(NOW)).isNull();
        assertThat(queue.nanosUntilDue(NOW, SECOND)).as("until one ends").isEqualTo(SECOND);
        assertThat(listener.told).containsExactly("deferred call CONCURRENCY");
        gate.nextStep();
        assertThat(queue.start(NOW)).isNotNull();
    }

    @Test
    void asManyOfATypeStartInASecondAsMay() {
        RuleQueue queue = queue(Map.of("call", new Limit(null, 2.0)), null);
        for (int position = 1; position <= 4; position++) {
            added(queue, position, "k" + position, 0);
        }
        assertThat(queue.start(NOW)).isNotNull();
        assertThat(queue.start(NOW)).isNotNull();
        assertThat(queue.start(NOW)).isNull();
        assertThat(queue.nanosUntilDue(NOW, 9 * SECOND)).isEqualTo(SECOND / 2);
        assertThat(queue.start(NOW + SECOND / 2 - 1_000)).isNull();
        assertThat(queue.start(NOW + SECOND / 2)).isNotNull();
        assertThat(queue.start(NOW + SECOND / 2)).isNull();
        assertThat(listener.told).containsExactly("deferred call RATE", "deferred call RATE");
    }

    @Test
    void anEndpointThatFailsIsLeftAloneUntilOneTrySucceeds() {
        RuleQueue queue = queue(Map.of(), new Breaker(2, Duration.ofSeconds(30)));
        PendingDelivery[] waiting = new PendingDelivery[4];
        ends(queue, started(queue, added(queue, 1, "bad", 0)), Failure.TIMEOUT, NOW);
        ends(queue, started(queue, added(queue, 2, "bad", 0)), Failure.TEMPORARY, NOW);
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = added(queue, 10 + i, "bad", 0);
        }
        PendingDelivery good = added(queue, 20, "good", 0);
        assertThat(queue.start(NOW)).as("another endpoint").isSameAs(good);
        assertThat(queue.start(NOW)).isNull();
        assertThat(waiting[0].attempt).as("no try is counted").isZero();
        assertThat(queue.nanosUntilDue(NOW, 99 * SECOND)).isEqualTo(30 * SECOND);
        long later = NOW + 30 * SECOND;
        assertThat(queue.start(later)).isSameAs(waiting[0]);
        ends(queue, waiting[0], Failure.TEMPORARY, later);
        assertThat(queue.start(later)).as("the try failed").isNull();
        assertThat(queue.start(later + 30 * SECOND)).isSameAs(waiting[1]);
        ends(queue, waiting[1], null, later + 30 * SECOND);
        assertThat(queue.start(later + 30 * SECOND)).isSameAs(waiting[2]);
        assertThat(listener.told)
                .containsExactly(
                        "circuit call true", "deferred call CIRCUIT", "deferred call CIRCUIT", "circuit call false");
    }

    private static PendingDelivery started(RuleQueue queue, PendingDelivery delivery) {
        assertThat(queue.start(NOW)).isSameAs(delivery);
        return delivery;
    }

    @Test
    void whoWaitsForAnEndpointGoesOnWhenItIsBack() {
        RuleQueue queue = queue(Map.of(), new Breaker(1, Duration.ofSeconds(30)));
        PendingDelivery first = started(queue, added(queue, 1, "bad", 0));
        PendingDelivery running = started(queue, added(queue, 2, "bad ", 0));
        running.endpoint = new Endpoint("call", "bad");
        ends(queue, first, Failure.TEMPORARY, NOW);
        PendingDelivery waiting = added(queue, 3, "bad", 0);
        assertThat(queue.start(NOW)).isNull();
        ends(queue, running, null, NOW);
        assertThat(queue.start(NOW)).isSameAs(waiting);
    }

    @Test
    void whatFailsForGoodSaysThatTheEndpointIsThere() {
        RuleQueue queue = queue(Map.of(), new Breaker(2, Duration.ofSeconds(30)));
        for (int position = 1; position <= 6; position += 2) {
            ends(queue, started(queue, added(queue, position, "x", 0)), Failure.TEMPORARY, NOW);
            ends(queue, started(queue, added(queue, position + 1, "x", 0)), Failure.PERMANENT, NOW);
        }
        assertThat(listener.told).isEmpty();
    }
}
