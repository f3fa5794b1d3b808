package io.fraiseql.core.observer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.model.Retry;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.spi.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleQueueTest {

    private static final ActiveRule RULE = rule(false);

    private final RuleQueue queue = new RuleQueue(RULE, 2, 4, TestingGate.open());

    private static ActiveRule rule(boolean repeatable) {
        return new ActiveRule(
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
                List.of(new BoundAction("log", repeatable, event -> "", delivery -> {})));
    }

    private static PendingDelivery delivery(long position, String key, long due) {
        return delivery(RULE, position, key, due);
    }

    private static PendingDelivery delivery(ActiveRule rule, long position, String key, long due) {
        Event event = new Event(
                position,
                new UUID(0, position),
                "Thing",
                key,
                Event.Type.UPDATE,
                "{\"n\": 1.10}",
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
        DeliveryRow row = new DeliveryRow(
                position, "r", State.WAITING, 0, 0, Instant.EPOCH, History.NONE, EventJson.write(event));
        return new PendingDelivery(rule, EventJson.read(row.event()), row, due);
    }

    private PendingDelivery added(long position, String key) {
        PendingDelivery delivery = delivery(position, key, 0);
        assertThat(queue.offer(delivery, 0)).isTrue();
        return delivery;
    }

    @Test
    void startsTheFirstOfEachKeyAndAsManyAsMayRun() {
        queue.caughtUp();
        PendingDelivery a1 = added(1, "a");
        PendingDelivery a2 = added(2, "a");
        PendingDelivery b1 = added(3, "b");
        PendingDelivery c1 = added(4, "c");
        assertThat(queue.start(0)).isSameAs(a1);
        assertThat(queue.start(0)).isSameAs(b1);
        assertThat(queue.start(0)).isNull();
        queue.finished(a1);
        queue.goOn(true, 0);
        assertThat(queue.start(0)).isSameAs(c1);
        queue.finished(b1);
        queue.goOn(true, 0);
        assertThat(queue.start(0)).isSameAs(a2);
    }

    @Test
    void aKeyGoesOnOnlyWhenItIsNotedHowTheOneBeforeEnded() {
        queue.caughtUp();
        PendingDelivery a1 = added(1, "a");
        PendingDelivery a2 = added(2, "a");
        assertThat(queue.start(0)).isSameAs(a1);
        queue.finished(a1);
        queue.goOn(false, 0);
        assertThat(queue.start(0)).isNull();
        queue.goOn(true, 0);
        assertThat(queue.start(0)).isSameAs(a2);
    }

    @Test
    void whatMayBeRepeatedIsStartedInAnyNumberAndNeedNotBeNoted() {
        RuleQueue quick = new RuleQueue(rule(true), 1, 4, TestingGate.open());
        quick.caughtUp();
        PendingDelivery a1 = delivery(quick.rule(), 1, "a", 0);
        PendingDelivery a2 = delivery(quick.rule(), 2, "a", 0);
        PendingDelivery b1 = delivery(quick.rule(), 3, "b", 0);
        List.of(a1, a2, b1).forEach(delivery -> quick.offer(delivery, 0));
        assertThat(quick.start(0)).isSameAs(a1);
        assertThat(quick.start(0)).isSameAs(b1);
        assertThat(quick.start(0)).isNull();
        quick.finished(a1);
        quick.goOn(false, 0);
        assertThat(quick.start(0)).isSameAs(a2);
    }

    @Test
    void whatRunsAlreadyKeepsItsPlaceBeforeOthersOfItsKey() {
        queue.caughtUp();
        PendingDelivery a1 = delivery(1, "a", 0);
        queue.offerRunning(a1);
        PendingDelivery a2 = added(2, "a");
        assertThat(queue.start(0)).as("behind the one that runs").isNull();
        queue.finished(a1);
        queue.goOn(true, 0);
        assertThat(queue.start(0)).isSameAs(a2);
    }

    @Test
    void whatIsTriedLaterHoldsBackItsKeyAlone() {
        queue.caughtUp();
        PendingDelivery a1 = added(1, "a");
        added(2, "a");
        PendingDelivery b1 = added(3, "b");
        assertThat(queue.start(0)).isSameAs(a1);
        a1.dueNanos = 100;
        queue.again(a1);
        queue.goOn(true, 0);
        assertThat(queue.start(0)).isSameAs(b1);
        assertThat(queue.start(99)).isNull();
        assertThat(queue.nanosUntilDue(99, 1000)).isEqualTo(1);
        assertThat(queue.start(100)).isSameAs(a1);
    }

    @Test
    void whatHasNoRoomWaitsInTheDatabaseAndComesInOrder() {
        assertThat(queue.wanted()).isEqualTo(4);
        queue.caughtUp();
        assertThat(queue.wanted()).isZero();
        for (int position = 1; position <= 4; position++) {
            added(position, "k" + position);
        }
        assertThat(queue.offer(delivery(5, "z", 0), 0)).isFalse();
        queue.finished(queue.start(0));
        queue.goOn(true, 0);
        assertThat(queue.offer(delivery(6, "z", 0), 0))
                .as("after one that waits")
                .isFalse();
        assertThat(queue.wanted()).isZero();
        queue.finished(queue.start(0));
        queue.goOn(true, 0);
        assertThat(queue.wanted()).isEqualTo(2);
        assertThat(queue.last()).isEqualTo(4);
        assertThat(queue.take(delivery(5, "z", 0), 0)).isTrue();
        assertThat(queue.take(delivery(5, "z", 0), 0)).as("twice").isFalse();
    }

    @Test
    void keepsTheEventByteForByte() {
        PendingDelivery delivery = delivery(1, "a", 0);
        assertThat(delivery.event.data()).isEqualTo("{\"n\": 1.10}");
        assertThat(delivery.event.before()).isNull();
        assertThat(delivery.event.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(delivery.row().event()).contains("\"data\":{\"n\": 1.10},\"before\":null");
    }
}
