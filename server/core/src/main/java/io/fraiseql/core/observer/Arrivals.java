package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.ReceivedEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events that this process has taken out of a transport: has done what rules say, keeps what is given up, and ends each event when all rules are done with
 * it. One thread.
 */
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final String EXHAUSTED = "the processes that took it never said how it went";

    private final EventReceiver receiver;
    private final DeliveryStore deliveries;
    private final ObserverOptions options;
    private final Clock clock;
    private final ObserverListener listener;
    private final Patience patience;
    private final ActionRunner runner;
    private final ActionGate gate;
    private final Settlement settlement;
    private final Set<Arrival> arrivals = new LinkedHashSet<>();
    private final Map<PendingDelivery, Arrival> owners = new IdentityHashMap<>();
    /** By the names of the rules. */
    private final Map<String, RuleQueue> queues = new LinkedHashMap<>();

    private List<ActiveRule> followed = List.of();

    Arrivals(
            EventReceiver receiver,
            DeliveryStore deliveries,
            ObserverOptions options,
            Clock clock,
            ObserverListener listener,
            Runnable ended) {
        this.receiver = receiver;
        this.deliveries = deliveries;
        this.options = options;
        this.clock = clock;
        this.listener = listener;
        this.patience = new Patience(receiver.visibility());
        this.runner = new ActionRunner(
                options.concurrency(), Marks.of(options, listener), listener, patience::nanosToAct, ended);
        this.gate = new ActionGate(options, runner::running, listener);
        this.settlement = new Settlement(clock, RandomGenerator.getDefault(), listener);
    }

    /** One step. Other rules are used once nothing is under way by those before. */
    void step(List<ActiveRule> rules) {
        settle();
        forgetWhatIsLost();
        extend();
        finish();
        if (owners.isEmpty() && followed != rules) {
            use(rules);
        }
        if (followed == rules) {
            receiver.take().forEach(this::arrive);
        }
        start();
        finish();
    }

    private void use(List<ActiveRule> rules) {
        followed = rules;
        queues.clear();
        for (ActiveRule rule : rules) {
            RuleQueue queue = new RuleQueue(rule, options.concurrency(), Integer.MAX_VALUE, gate);
            queue.caughtUp();
            queues.put(rule.rule().name(), queue);
        }
    }

    private void settle() {
        long now = System.nanoTime();
        for (Outcome outcome : runner.ended()) {
            PendingDelivery delivery = outcome.delivery();
            Endpoint back = gate.ended(outcome, now);
            if (back != null) {
                queues.values().forEach(queue -> queue.back(back));
            }
            Arrival arrival = owners.get(delivery);
            RuleQueue queue = queues.get(delivery.rule.rule().name());
            if (arrival != null && queue != null) {
                settlement.settle(outcome, queue, new Changes(), now);
                settled(delivery, arrival);
            }
        }
        queues.values().forEach(queue -> queue.goOn(true, now));
    }

    private void settled(PendingDelivery delivery, Arrival arrival) {
        boolean dead = delivery.state == State.DEAD;
        if (dead && delivery.rule.rule().onFailure() == Rule.OnFailure.DLQ) {
            arrival.letters.add(delivery.row());
        }
        if (dead || delivery.done == delivery.rule.actions().size()) {
            owners.remove(delivery);
            arrival.ended();
        }
    }

    /** What could not be extended in time belongs to others by now, and what runs of it is cut off. */
    private void forgetWhatIsLost() {
        if (!arrivals.isEmpty() && patience.nanosToAct() <= 0) {
            LOG.warn(
                    "{} events are left to other processes: the transport could not be told in time that this one is alive",
                    arrivals.size());
            arrivals.clear();
            owners.clear();
            use(followed);
        }
    }

    private void extend() {
        if (!arrivals.isEmpty() && patience.nanosToExtend() <= 0) {
            long now = System.nanoTime();
            receiver.extend(messages(arrivals));
            patience.since(now);
        }
    }

    private void arrive(ReceivedEvent message) {
        long now = System.nanoTime();
        if (now - message.arrivedNanos() > receiver.visibility().toNanos() / 2) {
            // It comes again, here or elsewhere.
            return;
        }
        if (arrivals.isEmpty()) {
            patience.since(message.arrivedNanos());
        } else {
            patience.alsoSince(message.arrivedNanos());
        }
        Arrival arrival = new Arrival(message);
        if (message.rule().isEmpty()) {
            match(arrival, now);
        } else {
            replay(arrival, now);
        }
        // What could not be looked at comes again.
        arrivals.add(arrival);
    }

    private static @Nullable Event event(ReceivedEvent message) {
        try {
            return EventJson.read(message.content());
        } catch (FraiseqlException e) {
            LOG.error("what the transport brought is no event of this server, and is passed over", e);
            return null;
        }
    }

    private void match(Arrival arrival, long now) {
        Event event = event(arrival.message);
        if (event == null) {
            return;
        }
        listener.processed(1);
        EventRow row = new EventRow(event);
        for (ActiveRule rule : followed) {
            if (rule.isAbout(event)) {
                PendingDelivery delivery = new PendingDelivery(rule, event, clock.instant(), now);
                try {
                    if (rule.appliesTo(row)) {
                        offer(arrival, delivery, now);
                    }
                } catch (RuleEvaluationException e) {
                    giveUp(arrival, delivery, Failure.CONDITION, "condition", String.valueOf(e.getMessage()));
                }
            }
        }
    }

    /** A dead letter that somebody wants to be tried again, unless that was done already. */
    private void replay(Arrival arrival, long now) {
        DeliveryRow row = deliveries.find(position(arrival.message), arrival.message.rule());
        if (row == null || row.state() != State.WAITING) {
            return;
        }
        RuleQueue queue = queues.get(row.rule());
        if (queue == null) {
            arrival.letters.add(row.in(State.DEAD));
            return;
        }
        PendingDelivery delivery = new PendingDelivery(queue.rule(), EventJson.read(row.event()), row, now);
        if (delivery.done >= queue.rule().actions().size()) {
            delivery.done = 0;
        }
        arrival.replayed = row;
        offer(arrival, delivery, now);
    }

    private static long position(ReceivedEvent message) {
        try {
            return Long.parseLong(message.content());
        } catch (NumberFormatException e) {
            LOG.error("what the transport brought is no dead letter of this server, and is passed over", e);
            return 0;
        }
    }

    private void offer(Arrival arrival, PendingDelivery delivery, long now) {
        if (arrival.message.exhausted()) {
            giveUp(arrival, delivery, Failure.TIMEOUT, "event", EXHAUSTED);
            return;
        }
        RuleQueue queue = queues.get(delivery.rule.rule().name());
        if (queue != null && queue.offer(delivery, now)) {
            owners.put(delivery, arrival);
            arrival.opened();
        }
    }

    private void giveUp(Arrival arrival, PendingDelivery delivery, Failure failure, String what, String error) {
        delivery.history = History.with(delivery.history, clock.instant(), what, 1, error);
        if (settlement.giveUp(delivery, failure, error)) {
            arrival.letters.add(delivery.row());
        }
    }

    /** One of each rule in turn, so that none takes all the room of a type of action. */
    private void start() {
        gate.nextStep();
        long now = System.nanoTime();
        List<RuleQueue> waiting = new ArrayList<>(queues.values());
        while (!waiting.isEmpty()) {
            waiting.removeIf(queue -> {
                PendingDelivery next = queue.start(now);
                if (next != null) {
                    runner.start(next, Round.NONE);
                }
                return next == null;
            });
        }
    }

    /** Events are ended after what is to be kept of them is: what a crash comes between is done again. */
    private void finish() {
        List<Arrival> done = arrivals.stream().filter(Arrival::isDone).toList();
        if (done.isEmpty()) {
            return;
        }
        done.forEach(this::keep);
        receiver.end(messages(done));
        arrivals.removeAll(done);
    }

    private void keep(Arrival arrival) {
        arrival.letters.forEach(deliveries::keep);
        DeliveryRow replayed = arrival.replayed;
        if (replayed != null && arrival.letters.isEmpty()) {
            deliveries.transaction(session -> deliveries.delete(session, List.of(replayed)));
        }
    }

    private static List<ReceivedEvent> messages(Iterable<Arrival> of) {
        List<ReceivedEvent> messages = new ArrayList<>();
        of.forEach(arrival -> messages.add(arrival.message));
        return messages;
    }

    /** How long until something is to be done that nobody rings for. */
    long nanosToWait() {
        long now = System.nanoTime();
        long wait = options.poll().toNanos();
        if (!arrivals.isEmpty()) {
            wait = Math.min(wait, Math.max(0, patience.nanosToExtend()));
        }
        for (RuleQueue queue : queues.values()) {
            wait = queue.nanosUntilDue(now, wait);
        }
        return wait;
    }

    /** @param stepped whether the last step has ended, so that the rest can be left to others */
    void close(boolean stepped) {
        runner.close();
        try {
            if (stepped) {
                settle();
                finish();
                receiver.leave(messages(arrivals));
            }
        } finally {
            receiver.close();
        }
    }
}
