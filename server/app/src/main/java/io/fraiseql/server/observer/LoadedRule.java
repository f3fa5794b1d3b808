package io.fraiseql.server.observer;

import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.Schedule;
import io.fraiseql.core.schema.RuleDefinition;
import io.fraiseql.spi.Nullable;

/**
 * A rule with where it stands, ready to be followed if it is enabled.
 *
 * @param schedule when, of a rule that is about no writes; null for others
 */
record LoadedRule(
        RuleDefinition definition,
        ActiveRule active,
        @Nullable Schedule schedule) {

    String name() {
        return active.rule().name();
    }
}
