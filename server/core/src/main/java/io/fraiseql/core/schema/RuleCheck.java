package io.fraiseql.core.schema;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.core.rule.Entities;
import io.fraiseql.core.rule.EntityFields;
import io.fraiseql.core.rule.RuleSyntaxException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that rules fit a schema: names, entities and conditions. What their actions are given is checked by who knows these. */
public final class RuleCheck {

    private final Entities entities;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    public RuleCheck(Model model, Problems problems) {
        this.entities = new Entities(model);
        this.problems = problems;
    }

    /** Checks rules that are used together with those that were checked before. */
    public void check(List<RuleDefinition> rules) {
        rules.forEach(this::check);
    }

    /** Checks that no other rule has the name. */
    public void checkName(RuleDefinition definition) {
        String name = definition.rule().name();
        if (!names.add(name)) {
            problems.add(
                    Pointer.to(definition.at(), "name"),
                    "there is already an observer `" + name + "`",
                    "rename one of them");
        }
    }

    private void check(RuleDefinition definition) {
        Rule rule = definition.rule();
        checkName(definition);
        EntityFields fields = entities.fields(rule);
        if (fields == null) {
            unknown(rule.entity(), entities, Pointer.to(definition.at(), "entity"), problems);
            return;
        }
        try {
            Condition.parse(rule.condition(), fields, Clock.systemUTC());
        } catch (RuleSyntaxException e) {
            problems.add(Pointer.to(definition.at(), "condition"), String.valueOf(e.getMessage()));
        }
    }

    /** Says that no events are about an entity. */
    static void unknown(String entity, Entities entities, String pointer, Problems problems) {
        String message = "nothing that is written is called `" + entity + "`";
        if (entities.names().isEmpty()) {
            problems.add(pointer, message, "add a mutation, or let triggers capture the type");
        } else {
            problems.addUnknown(pointer, message, entity, entities.names());
        }
    }
}
