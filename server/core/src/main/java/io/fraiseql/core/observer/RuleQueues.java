package io.fraiseql.core.observer;

import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules have to do now for the events of a transport, and have done. One thread. */
final class RuleQueues {

    private final ObserverOptions options;
    private final ActionRunner runner;
    private final ActionGate gate;
    private final Settlement settlement;
    private final Map<String, RuleQueue> byRule = new LinkedHashMap<>();

    RuleQueues(ObserverOptions options, ActionRunner runner, ActionGate gate, Settlement settlement) {
        this.options = options;
        this.runner = runner;
        this.gate = gate;
        this.settlement = settlement;
    }

    /** Forgets what there is and follows these rules. */
    void use(List<ActiveRule> rules) {
        byRule.clear();
        for (ActiveRule rule : rules) {
            RuleQueue queue = new RuleQueue(rule, options.concurrency(), Integer.MAX_VALUE, gate);
            queue.caughtUp();
            byRule.put(rule.rule().name(), queue);
        }
    }

    private @Nullable RuleQueue queue(PendingDelivery delivery) {
        return byRule.get(delivery.rule.rule().name());
    }

    /** Has a delivery done; false when there is nobody to do it, or it is here already. */
    boolean offer(PendingDelivery delivery, long now) {
        RuleQueue queue = queue(delivery);
        return queue != null && queue.offer(delivery, now);
    }

    /** Decides what becomes of what has ended since the last time; returns it. */
    List<PendingDelivery> settle() {
        long now = System.nanoTime();
        List<PendingDelivery> settled = new ArrayList<>();
        for (Outcome outcome : runner.ended()) {
            Endpoint back = gate.ended(outcome, now);
            if (back != null) {
                byRule.values().forEach(queue -> queue.back(back));
            }
            RuleQueue queue = queue(outcome.delivery());
            if (queue != null && queue.runs(outcome.delivery())) {
                settlement.settle(outcome, queue, new Changes(), now);
                settled.add(outcome.delivery());
            }
        }
        byRule.values().forEach(queue -> queue.goOn(true, now));
        return settled;
    }

    /** Starts one of each rule in turn, so that none takes all the room of a type of action. */
    void start() {
        gate.nextStep();
        long now = System.nanoTime();
        List<RuleQueue> waiting = new ArrayList<>(byRule.values());
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

    /** Takes away what failed for now, or waits for an endpoint. */
    List<PendingDelivery> postponed() {
        long now = System.nanoTime();
        List<PendingDelivery> postponed = new ArrayList<>();
        byRule.values().forEach(queue -> postponed.addAll(queue.postponed(now)));
        return postponed;
    }

    /** As {@link RuleQueue#nanosUntilDue}, of the first. */
    long nanosUntilDue(long otherwise) {
        long now = System.nanoTime();
        long wait = otherwise;
        for (RuleQueue queue : byRule.values()) {
            wait = queue.nanosUntilDue(now, wait);
        }
        return wait;
    }
}
