package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.ReceivedEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events that this process has taken out of a transport: has done what rules say, makes jobs of what is to be done later, keeps what is given up, and ends each
 * event when nothing more is to be done of it here. One thread.
 */
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final String EXHAUSTED = "the processes that took it never said how it went";

    private final EventReceiver receiver;
    private final DeliveryStore deliveries;
    private final Handover handover;
    private final ObserverOptions options;
    private final Patience patience;
    private final ActionRunner runner;
    private final ArrivalReader reader;
    private final RuleQueues queues;
    private final Set<Arrival> arrivals = new LinkedHashSet<>();
    private final Map<PendingDelivery, Arrival> owners = new IdentityHashMap<>();

    private List<ActiveRule> followed = List.of();

    Arrivals(
            EventReceiver receiver,
            DeliveryStore deliveries,
            Handover handover,
            ObserverOptions options,
            Clock clock,
            ObserverListener listener,
            Runnable ended) {
        this.receiver = receiver;
        this.deliveries = deliveries;
        this.handover = handover;
        this.options = options;
        this.patience = new Patience(receiver.visibility());
        this.runner = new ActionRunner(
                options.concurrency(), Marks.of(options, listener), listener, patience::nanosToAct, ended);
        Settlement settlement = new Settlement(clock, RandomGenerator.getDefault(), listener);
        this.reader = new ArrivalReader(deliveries, settlement, listener, clock);
        this.queues = new RuleQueues(options, runner, new ActionGate(options, runner::running, listener), settlement);
    }

    /** One step. Other rules are used once nothing is under way by those before. */
    void step(List<ActiveRule> rules) {
        settle();
        forgetWhatIsLost();
        extend();
        finish();
        if (followed != rules && owners.isEmpty() && arrivals.stream().allMatch(Arrival::isDecided)) {
            followed = rules;
            queues.use(rules);
        }
        if (followed == rules) {
            receiver.take().forEach(this::arrive);
        }
        decide();
        queues.start();
        finish();
    }

    private void settle() {
        for (PendingDelivery delivery : queues.settle()) {
            Arrival arrival = owners.get(delivery);
            boolean dead = delivery.state == State.DEAD;
            if (arrival != null
                    && (dead || delivery.done == delivery.rule.actions().size())) {
                if (dead && delivery.rule.rule().onFailure() == Rule.OnFailure.DLQ) {
                    arrival.letters.add(delivery.row());
                }
                owners.remove(delivery);
                arrival.ended();
            }
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
            queues.use(followed);
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
        if (System.nanoTime() - message.arrivedNanos() > receiver.visibility().toNanos() / 2) {
            // It comes again, here or elsewhere.
            return;
        }
        if (arrivals.isEmpty()) {
            patience.since(message.arrivedNanos());
        } else {
            patience.alsoSince(message.arrivedNanos());
        }
        arrivals.add(new Arrival(message));
    }

    /** Does what nothing stands in the way of; the rest becomes jobs. What cannot be decided now is looked at again. */
    private void decide() {
        List<Arrival> fresh =
                arrivals.stream().filter(arrival -> !arrival.isDecided()).toList();
        if (fresh.isEmpty()) {
            return;
        }
        drop(fresh.stream()
                .filter(arrival -> arrival.message.repeated() && !handover.takeUp(arrival.message.place()))
                .toList());
        forgetWhatIsLost();
        List<PendingDelivery> undecided = new ArrayList<>();
        List<Arrival> kept = fresh.stream().filter(arrivals::contains).toList();
        kept.forEach(arrival -> undecided.addAll(arrival.undecided(reader, followed)));
        // Asked after they have arrived: what was handed over before is seen.
        Map<String, Long> lasts = handover.lastPositions(undecided);
        for (Arrival arrival : kept) {
            boolean begun = arrival.undecided(reader, followed).stream()
                    .filter(delivery -> !isJob(arrival, delivery, lasts))
                    .allMatch(delivery -> decide(arrival, delivery, lasts));
            if (begun) {
                arrival.decided();
            } else {
                drop(List.of(arrival));
            }
        }
    }

    /** Whoever made a job of it could not end the event. */
    private static boolean isJob(Arrival arrival, PendingDelivery delivery, Map<String, Long> lasts) {
        Long last = last(delivery, lasts);
        return arrival.replayed == null && last != null && last >= delivery.event.position();
    }

    private static @Nullable Long last(PendingDelivery delivery, Map<String, Long> lasts) {
        return Jobs.isOrdered(delivery.rule.rule()) ? lasts.get(Jobs.lane(delivery)) : null;
    }

    /** Returns false when this process is still at it, since it had the event before. */
    private boolean decide(Arrival arrival, PendingDelivery delivery, Map<String, Long> lasts) {
        Rule.Queueing queueing = delivery.rule.rule().queueing();
        if (arrival.message.exhausted()) {
            reader.giveUp(arrival, delivery, Failure.TIMEOUT, "event", EXHAUSTED);
            return true;
        }
        if (queueing != null || last(delivery, lasts) != null) {
            if (queueing != null && arrival.replayed == null) {
                delivery.dueNanos += queueing.delay().toNanos();
            }
            arrival.leaving.add(delivery);
            return true;
        }
        boolean offered = queues.offer(delivery, System.nanoTime());
        if (offered) {
            owners.put(delivery, arrival);
            arrival.begun();
        }
        return offered;
    }

    /** What waits here for its time would hold back its whole partition. */
    private void postpone() {
        for (PendingDelivery delivery : queues.postponed()) {
            Arrival arrival = owners.remove(delivery);
            if (arrival != null) {
                arrival.ended();
                arrival.leaving.add(delivery);
            }
        }
    }

    private void drop(Collection<Arrival> dropped) {
        for (Arrival arrival : dropped) {
            LOG.warn("an event is left to another process, which has taken it up: {}", arrival.message.place());
            arrivals.remove(arrival);
            owners.values().removeIf(owner -> owner == arrival);
        }
    }

    /** Events are ended after what is to be kept of them is: what a crash comes between is done again. */
    private void finish() {
        postpone();
        drop(handover.handOver(arrivals));
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

    private static List<ReceivedEvent> messages(Collection<Arrival> of) {
        return of.stream().map(arrival -> arrival.message).toList();
    }

    /** How long until something is to be done that nobody rings for. */
    long nanosToWait() {
        long wait = options.poll().toNanos();
        if (!arrivals.isEmpty()) {
            wait = Math.min(wait, Math.max(0, patience.nanosToExtend()));
        }
        return queues.nanosUntilDue(wait);
    }

    private void stayAlive() {
        try {
            extend();
        } catch (FraiseqlException e) {
            LOG.debug("the transport cannot be told that this process is alive", e);
        }
    }

    /** @param stepped whether the last step has ended, so that the rest can be left to others */
    void close(boolean stepped) {
        runner.close(stepped ? this::stayAlive : () -> {});
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
