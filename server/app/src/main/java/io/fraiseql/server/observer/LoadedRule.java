package io.fraiseql.server.observer;

import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.schema.RuleDefinition;

/** A rule with where it stands, ready to be followed if it is enabled. */
record LoadedRule(RuleDefinition definition, ActiveRule active) {

    String name() {
        return active.rule().name();
    }
}
