package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.UnreadableEvent;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what becomes of a delivery after an action was tried. One thread. */
final class Settlement {

    /** How long the other side may ask to be left alone. */
    static final Duration MOST_ASKED = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Clock clock;
    private final RandomGenerator random;
    private final ObserverListener listener;

    Settlement(Clock clock, RandomGenerator random, ObserverListener listener) {
        this.clock = clock;
        this.random = random;
        this.listener = listener;
    }

    void settle(Outcome outcome, RuleQueue queue, Changes changes, long now) {
        PendingDelivery delivery = outcome.delivery();
        if (outcome.isOpen()) {
            again(delivery, outcome.pause(), queue, changes, now);
            return;
        }
        if (outcome.failure() == null) {
            done(delivery, queue, changes);
            return;
        }
        delivery.attempt++;
        delivery.history = History.with(
                delivery.history, clock.instant(), delivery.action().type(), delivery.attempt, outcome.error());
        boolean last = delivery.attempt >= delivery.rule.rule().retry().maxAttempts();
        if (outcome.failure() == Failure.PERMANENT || last) {
            queue.finished(delivery);
            if (giveUp(delivery, outcome.failure(), String.valueOf(outcome.error()))) {
                changes.change(delivery);
            } else {
                changes.remove(delivery);
            }
            return;
        }
        again(delivery, delay(outcome, delivery), queue, changes, now);
    }

    private void again(PendingDelivery delivery, Duration delay, RuleQueue queue, Changes changes, long now) {
        delivery.state = State.WAITING;
        delivery.due = clock.instant().plus(delay);
        delivery.dueNanos = now + delay.toNanos();
        queue.again(delivery);
        changes.change(delivery);
    }

    /** How long a delivery waits after its last failure, which is counted. */
    Duration delay(Outcome outcome, PendingDelivery delivery) {
        Duration own = delivery.rule.rule().retry().delay(delivery.attempt, random);
        Duration asked = outcome.retryAfter();
        Duration bounded = asked == null || asked.compareTo(MOST_ASKED) < 0 ? asked : MOST_ASKED;
        return bounded != null && bounded.compareTo(own) > 0 ? bounded : own;
    }

    private static void done(PendingDelivery delivery, RuleQueue queue, Changes changes) {
        delivery.done++;
        if (delivery.done == delivery.rule.actions().size()) {
            queue.finished(delivery);
            changes.remove(delivery);
            return;
        }
        delivery.state = State.WAITING;
        delivery.attempt = 0;
        queue.again(delivery);
        changes.change(delivery);
    }

    /** Ends a delivery that was not done; returns whether it is kept, as a dead letter. */
    boolean giveUp(PendingDelivery delivery, Failure failure, String error) {
        Event event = delivery.event;
        delivery.state = State.DEAD;
        return giveUp(
                delivery.rule.rule(),
                "event %s (%s %s %s)".formatted(event.id(), event.type(), event.entityType(), event.entityId()),
                event.position(),
                failure,
                error);
    }

    /** The same for what is no event, if a rule may be about it: a dead letter from the beginning, or null when the rule keeps none. */
    @Nullable
    DeliveryRow park(Rule rule, UnreadableEvent event) {
        if (!event.mayBe(rule.entity(), rule.event())
                || !giveUp(rule, "an event", event.position(), Failure.UNREADABLE, event.problem())) {
            return null;
        }
        Instant at = clock.instant();
        String history = History.with(History.NONE, at, "event", 1, event.problem());
        return new DeliveryRow(event.position(), rule.name(), State.DEAD, 0, 0, at, history, event.json());
    }

    private boolean giveUp(Rule rule, String event, long position, Failure failure, String error) {
        listener.failed(failure);
        String gaveUp = "the rule '%s' gave up on %s".formatted(rule.name(), event);
        switch (rule.onFailure()) {
            case LOG -> LOG.warn("{}: {}", gaveUp, error);
            case ALERT -> {
                listener.alerted(rule.name());
                LOG.error("ALERT: {}: {}", gaveUp, error);
            }
            case DLQ -> LOG.warn("{}, which is dead letter {}:{} now: {}", gaveUp, position, rule.name(), error);
        }
        return rule.onFailure() == Rule.OnFailure.DLQ;
    }
}
