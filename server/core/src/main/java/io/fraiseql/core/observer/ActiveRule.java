package io.fraiseql.core.observer;

import io.fraiseql.core.model.Rule;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.spi.event.Event;
import java.util.List;

/** A rule that is used, with its actions in their order. Thread-safe. */
public record ActiveRule(Rule rule, Condition condition, List<BoundAction> actions) {

    public ActiveRule {
        actions = List.copyOf(actions);
    }

    /** Whether it is about the entity and the type of an event. */
    public boolean isAbout(Event event) {
        return rule.entity().equals(event.entityType()) && (rule.event() == null || rule.event() == event.type());
    }

    /**
     * What its condition says.
     *
     * @throws io.fraiseql.core.rule.RuleEvaluationException when the event lacks what the condition asks for
     */
    public boolean appliesTo(EventRow row) {
        return condition.holds(row);
    }
}
