package io.fraiseql.spi.action;

import io.fraiseql.spi.event.Event;

/**
 * One event for one rule: data, made by the host.
 *
 * @param id the same however often the event is delivered to this action of the rule, and different for every other
 * @param rule the name of the rule
 * @param attempt 1 for the first
 * @param deadlineNanos the {@link System#nanoTime} by which the action must have ended
 */
public record Delivery(String id, String rule, Event event, int attempt, long deadlineNanos) {

    /** Nanoseconds until the deadline; negative when it has passed. */
    public long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }
}
