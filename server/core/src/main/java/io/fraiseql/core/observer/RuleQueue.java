package io.fraiseql.core.observer;

import io.fraiseql.core.observer.PendingDelivery.Key;
import io.fraiseql.spi.Nullable;
import java.util.ArrayDeque;
import java.util.Collections;
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
    private final Set<PendingDelivery> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean spilled = true;
    private long last;

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

    /** Adds one that runs already; it is the first of its key. */
    void takeRunning(PendingDelivery delivery) {
        if (held.add(delivery.event.position())) {
            last = Math.max(last, delivery.event.position());
            lane(delivery).addFirst(delivery);
            running.add(delivery);
        }
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

    /** The next delivery that may be tried; null when there is none, or as many run as may. */
    @Nullable
    PendingDelivery start(long now) {
        for (PendingDelivery due = later.peek(); due != null && due.dueNanos - now <= 0; due = later.peek()) {
            ready.add(later.remove());
        }
        if (running.size() == concurrency) {
            return null;
        }
        for (PendingDelivery next = ready.poll(now); next != null; next = ready.poll(now)) {
            long wait = gate.nanosToEnter(next, now);
            if (wait == 0) {
                running.add(next);
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

    /** Whether a delivery was started and is not settled. */
    boolean runs(PendingDelivery delivery) {
        return running.contains(delivery);
    }

    /** How long until one may be tried that waits for its time; the given time when none does. */
    long nanosUntilDue(long now, long otherwise) {
        if (running.size() == concurrency) {
            return otherwise;
        }
        PendingDelivery next = later.peek();
        long due = next == null ? otherwise : Math.min(otherwise, Math.max(0, next.dueNanos - now));
        return ready.nanosUntilRoom(now, due);
    }

    /** Takes a delivery away that ran, and lets the next of its key go on. */
    void finished(PendingDelivery delivery, long now) {
        running.remove(delivery);
        held.remove(delivery.event.position());
        ArrayDeque<PendingDelivery> lane = lanes.get(delivery.key());
        if (lane == null) {
            return;
        }
        lane.poll();
        if (lane.isEmpty()) {
            lanes.remove(delivery.key());
        } else {
            first(lane.element(), now);
        }
    }

    /** Keeps a delivery that ran before the others of its key, until it is due. */
    void again(PendingDelivery delivery, long now) {
        running.remove(delivery);
        first(delivery, now);
    }
}
