package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.transport.ReceivedEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what rules have to do for what a transport has brought. One thread. */
final class ArrivalReader {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalReader.class);

    private final DeliveryStore deliveries;
    private final Settlement settlement;
    private final ObserverListener listener;
    private final Clock clock;

    ArrivalReader(DeliveryStore deliveries, Settlement settlement, ObserverListener listener, Clock clock) {
        this.deliveries = deliveries;
        this.settlement = settlement;
        this.listener = listener;
        this.clock = clock;
    }

    List<PendingDelivery> read(Arrival arrival, List<ActiveRule> rules) {
        return arrival.message.rule().isEmpty() ? match(arrival, rules) : replay(arrival, rules);
    }

    private List<PendingDelivery> match(Arrival arrival, List<ActiveRule> rules) {
        Event event = event(arrival.message);
        if (event == null) {
            return List.of();
        }
        listener.processed(1);
        List<PendingDelivery> matched = new ArrayList<>();
        EventRow row = new EventRow(event);
        for (ActiveRule rule : rules) {
            if (rule.isAbout(event)) {
                PendingDelivery delivery = new PendingDelivery(rule, event, clock.instant(), System.nanoTime());
                try {
                    if (rule.appliesTo(row)) {
                        matched.add(delivery);
                    }
                } catch (RuleEvaluationException e) {
                    giveUp(arrival, delivery, Failure.CONDITION, "condition", String.valueOf(e.getMessage()));
                }
            }
        }
        return matched;
    }

    private static @Nullable Event event(ReceivedEvent message) {
        try {
            return EventJson.read(message.content());
        } catch (FraiseqlException e) {
            LOG.error("what the transport brought is no event of this server, and is passed over", e);
            return null;
        }
    }

    /** A row that is to be tried again, unless that was done already. */
    private List<PendingDelivery> replay(Arrival arrival, List<ActiveRule> rules) {
        DeliveryRow row = deliveries.find(position(arrival.message), arrival.message.rule());
        if (row == null || row.state() != State.WAITING) {
            return List.of();
        }
        for (ActiveRule rule : rules) {
            if (rule.rule().name().equals(row.rule())) {
                PendingDelivery delivery =
                        new PendingDelivery(rule, EventJson.read(row.event()), row, System.nanoTime());
                if (delivery.done >= rule.actions().size()) {
                    delivery.done = 0;
                }
                arrival.replayed = row;
                return List.of(delivery);
            }
        }
        arrival.letters.add(row.in(State.DEAD));
        return List.of();
    }

    private static long position(ReceivedEvent message) {
        try {
            return Long.parseLong(message.content());
        } catch (NumberFormatException e) {
            LOG.error("what the transport brought is no dead letter of this server, and is passed over", e);
            return 0;
        }
    }

    /** Ends a delivery that is not done, and keeps it if its rule says so. */
    void giveUp(Arrival arrival, PendingDelivery delivery, Failure failure, String what, String error) {
        delivery.history = History.with(delivery.history, clock.instant(), what, 1, error);
        if (settlement.giveUp(delivery, failure, error)) {
            arrival.letters.add(delivery.row());
        }
    }
}
