package io.fraiseql.core.observer;

import io.fraiseql.core.observer.PendingDelivery.Key;
import io.fraiseql.spi.Nullable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What one rule has to do: a lane for each key, of which only the first delivery is ever tried. Rules do not wait for each other, keys
 * do not wait for each other. One thread.
 */
final class RuleQueue {

    private final ActiveRule rule;
    private final int concurrency;
    private final int buffer;
    private final Map<Key, ArrayDeque<PendingDelivery>> lanes = new HashMap<>();
    private final Set<Long> held = new HashSet<>();
    private final ActionGate gate;
    private final ReadyDeliveries ready;
    private final PriorityQueue<PendingDelivery> later =
            new PriorityQueue<>(Comparator.comparingLong((PendingDelivery delivery) -> delivery.dueNanos));
    /** What was started, with the action that is tried. */
    private final Map<PendingDelivery, BoundAction> running = new IdentityHashMap<>();
    /** What ended, with how its key goes on once that is noted. */
    private final List<Ended> ended = new ArrayList<>();

    /** How many of those that run, or ended and are not noted to have, may not be repeated: so many a crash repeats at most. */
    private int busy;

    private boolean spilled = true;
    private long last;

    private record Ended(PendingDelivery delivery, boolean repeatable, boolean done) {}

    RuleQueue(ActiveRule rule, int concurrency, int buffer, ActionGate gate) {
        this.gate = gate;
        this.ready = new ReadyDeliveries(gate);
        this.rule = rule;
        this.concurrency = concurrency;
        this.buffer = buffer;
    }

    ActiveRule rule() {
        return rule;
    }

    /** The position behind which the database may have more than there is here. */
    long last() {
        return last;
    }

    /** How many to fetch from the database now; 0 when it has no others or there is no room. */
    int wanted() {
        return spilled && held.size() <= buffer / 2 ? buffer - held.size() : 0;
    }

    /** Says that the database had no more. */
    void caughtUp() {
        spilled = false;
    }

    /** Adds a new delivery, or says that it must wait in the database. */
    boolean offer(PendingDelivery delivery, long now) {
        spilled |= held.size() >= buffer;
        return !spilled && take(delivery, now);
    }

    /** Adds one of the database; false when it is here already. */
    boolean take(PendingDelivery delivery, long now) {
        long position = delivery.event.position();
        if (!held.add(position)) {
            return false;
        }
        last = Math.max(last, position);
        ArrayDeque<PendingDelivery> lane = lane(delivery);
        lane.add(delivery);
        if (lane.size() == 1) {
            first(delivery, now);
        }
        return true;
    }

    /** Adds one of the database that runs already; those of its key before it do too. */
    void takeRunning(PendingDelivery delivery) {
        last = Math.max(last, delivery.event.position());
        hold(delivery);
    }

    /** Adds a new one that runs already. */
    void offerRunning(PendingDelivery delivery) {
        if (!spilled) {
            last = Math.max(last, delivery.event.position());
        }
        hold(delivery);
    }

    private void hold(PendingDelivery delivery) {
        if (held.add(delivery.event.position())) {
            lane(delivery).add(delivery);
            started(delivery);
        }
    }

    private void started(PendingDelivery delivery) {
        running.put(delivery, delivery.action());
        busy += delivery.action().repeatable() ? 0 : 1;
    }

    private ArrayDeque<PendingDelivery> lane(PendingDelivery delivery) {
        return lanes.computeIfAbsent(delivery.key(), key -> new ArrayDeque<>());
    }

    private void first(PendingDelivery delivery, long now) {
        delivery.waitsForEndpoint = false;
        if (delivery.dueNanos - now > 0) {
            later.add(delivery);
        } else {
            ready.add(delivery);
        }
    }

    /**
     * The next delivery that may be tried; null when there is none. As many as may run at once are started, and any number of those that may be
     * repeated, which then wait for their turn.
     */
    @Nullable
    PendingDelivery start(long now) {
        for (PendingDelivery due = later.peek(); due != null && due.dueNanos - now <= 0; due = later.peek()) {
            ready.add(later.remove());
        }
        boolean full = busy >= concurrency;
        for (PendingDelivery next = ready.poll(now, full); next != null; next = ready.poll(now, full)) {
            long wait = gate.nanosToEnter(next, now);
            if (wait == 0) {
                started(next);
                return next;
            }
            next.dueNanos = now + wait;
            next.waitsForEndpoint = true;
            later.add(next);
        }
        return null;
    }

    /** Lets those go on that wait for an endpoint. */
    void back(Endpoint endpoint) {
        List<PendingDelivery> waiting = later.stream()
                .filter(delivery -> delivery.waitsForEndpoint && endpoint.equals(delivery.endpoint))
                .sorted(Comparator.comparingLong(delivery -> delivery.event.position()))
                .toList();
        later.removeAll(Set.copyOf(waiting));
        waiting.forEach(ready::add);
    }

    /** Takes away what would wait here for its time or its endpoint, so that others may do it. */
    List<PendingDelivery> postponed(long now) {
        List<PendingDelivery> waiting = List.copyOf(later);
        later.clear();
        waiting.forEach(delivery -> remove(delivery, now));
        return waiting;
    }

    /** Whether a delivery was started and is not settled. */
    boolean runs(PendingDelivery delivery) {
        return running.containsKey(delivery);
    }

    /** Whether anything waits for another one: for room, or for the one before it of its key. */
    boolean isBehind() {
        return held.size() > running.size() + later.size();
    }

    /** How long until one may be tried that waits for its time; the given time when none does. */
    long nanosUntilDue(long now, long otherwise) {
        if (busy >= concurrency) {
            return otherwise;
        }
        PendingDelivery next = later.peek();
        long due = next == null ? otherwise : Math.min(otherwise, Math.max(0, next.dueNanos - now));
        return ready.nanosUntilRoom(now, due);
    }

    /** Takes a delivery away that ran; the next of its key waits for {@link #goOn}. */
    void finished(PendingDelivery delivery) {
        ended(delivery, true);
    }

    /** Keeps a delivery that ran before the others of its key, until it is due and not before {@link #goOn}. */
    void again(PendingDelivery delivery) {
        ended(delivery, false);
    }

    private void ended(PendingDelivery delivery, boolean done) {
        BoundAction action = running.remove(delivery);
        boolean repeatable = action != null && action.repeatable();
        ended.add(new Ended(delivery, repeatable, done));
    }

    /**
     * Lets the keys go on whose deliveries have ended.
     *
     * @param noted whether the database knows it; otherwise only those go on whose last action may be repeated
     */
    void goOn(boolean noted, long now) {
        ended.removeIf(one -> (noted || one.done() && one.repeatable()) && goOn(one, now));
    }

    private boolean goOn(Ended one, long now) {
        busy -= one.repeatable() ? 0 : 1;
        if (one.done()) {
            remove(one.delivery(), now);
        } else {
            first(one.delivery(), now);
        }
        return true;
    }

    private void remove(PendingDelivery delivery, long now) {
        held.remove(delivery.event.position());
        ArrayDeque<PendingDelivery> lane = lane(delivery);
        lane.remove(delivery);
        PendingDelivery next = lane.peek();
        if (next == null) {
            lanes.remove(delivery.key());
        } else if (!runs(next)) {
            first(next, now);
        }
    }
}
