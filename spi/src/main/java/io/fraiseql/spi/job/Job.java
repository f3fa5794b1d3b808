package io.fraiseql.spi.job;

import java.time.Instant;

/**
 * One action of a rule for one event, to be done by some worker: data, made by the host.
 *
 * @param id what receivers tell a repeat by; a queue holds no two jobs of the same
 * @param type the type of the action
 * @param rule the name of the rule
 * @param action which of the rule's actions, from 0
 * @param organisation whose it is; empty when that is not known
 * @param priority what has the smaller number goes first, 0 to {@link #LOWEST}
 * @param lane jobs of one lane are done one after the other, by {@code position}; empty for none
 * @param position of the event in the log
 * @param runAt not to be claimed before
 * @param attempt how often it was tried
 * @param history every failure so far, a JSON array of {@code {at, action, attempt, error}}
 * @param event the event, a JSON object
 */
public record Job(
        String id,
        String type,
        String rule,
        int action,
        String organisation,
        int priority,
        String lane,
        long position,
        Instant runAt,
        int attempt,
        String history,
        String event) {

    /** The priority that everything else is preferred to. */
    public static final int LOWEST = 1_000_000;

    /** The same, not to be claimed before another time, with how often it was tried and how that went. */
    public Job later(Instant time, int attempts, String failures) {
        return new Job(id, type, rule, action, organisation, priority, lane, position, time, attempts, failures, event);
    }
}
