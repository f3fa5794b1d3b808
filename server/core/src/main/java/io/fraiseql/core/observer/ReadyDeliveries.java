package io.fraiseql.core.observer;

import io.fraiseql.spi.Nullable;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deliveries of one rule whose time has come, by the type of their next action: a type that must wait holds back no other. One thread. */
final class ReadyDeliveries {

    private final ActionGate gate;
    private final Map<String, ArrayDeque<Entry>> byType = new LinkedHashMap<>();
    private long added;

    private record Entry(PendingDelivery delivery, long order) {}

    ReadyDeliveries(ActionGate gate) {
        this.gate = gate;
    }

    void add(PendingDelivery delivery) {
        byType.computeIfAbsent(delivery.action().type(), type -> new ArrayDeque<>())
                .add(new Entry(delivery, added++));
    }

    /**
     * Takes the one that is here longest among those that need not wait; null when there is none.
     *
     * @param repeatable whether only actions are meant that may be repeated
     */
    @Nullable
    PendingDelivery poll(long now, boolean repeatable) {
        ArrayDeque<Entry> first = null;
        for (ArrayDeque<Entry> entries : byType.values()) {
            Entry head = entries.peek();
            if (head != null
                    && (!repeatable || head.delivery().action().repeatable())
                    && (first == null || head.order() < first.element().order())
                    && !gate.holdsBack(head.delivery(), now)) {
                first = entries;
            }
        }
        return first == null ? null : first.remove().delivery();
    }

    /** How long until one need not wait any longer; the given time when that is not known, or there is none. */
    long nanosUntilRoom(long now, long otherwise) {
        long wait = otherwise;
        for (Map.Entry<String, ArrayDeque<Entry>> entries : byType.entrySet()) {
            if (!entries.getValue().isEmpty()) {
                wait = Math.min(wait, gate.nanosUntilRoom(entries.getKey(), now));
            }
        }
        return wait;
    }
}
