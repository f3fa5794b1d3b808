package io.fraiseql.core.schema;

import io.fraiseql.core.model.ScheduledRule;

/**
 * A schedule as it was written, well-formed.
 *
 * @param at where, as a JSON pointer
 */
public record ScheduleDefinition(String at, ScheduledRule scheduled) {

    /** What is to be done. */
    public RuleDefinition definition() {
        return new RuleDefinition(at, scheduled.rule());
    }
}
