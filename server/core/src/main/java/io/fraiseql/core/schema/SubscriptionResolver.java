package io.fraiseql.core.schema;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Subscription;
import io.fraiseql.core.rule.Entities;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves subscriptions once it is known what is written. */
final class SubscriptionResolver {

    private static final String ANY = "ANY";

    private final Scope scope;
    private final NameCheck names;
    private final Entities entities;

    /** @param model without subscriptions */
    SubscriptionResolver(Scope scope, NameCheck names, Model model) {
        this.scope = scope;
        this.names = names;
        this.entities = new Entities(model);
    }

    Map<String, Subscription> resolve(List<SubscriptionDefinition> definitions) {
        Map<String, Subscription> subscriptions = new LinkedHashMap<>();
        for (SubscriptionDefinition definition : definitions) {
            Subscription subscription = resolve(definition);
            if (subscription != null && subscriptions.putIfAbsent(subscription.name(), subscription) != null) {
                scope.problems()
                        .add(
                                Pointer.to(definition.at(), "name"),
                                "there is already a subscription `" + subscription.name() + "`",
                                "rename one of them");
            }
        }
        return Collections.unmodifiableMap(subscriptions);
    }

    private @Nullable Subscription resolve(SubscriptionDefinition definition) {
        String name = scope.naming().apply(definition.name());
        names.legal(definition.at(), "a subscription", name);
        Event.@Nullable Type event = event(definition);
        ObjectType type = entities.type(definition.entity());
        if (type == null) {
            RuleCheck.unknown(
                    definition.entity(), entities, Pointer.to(definition.at(), "entity_type"), scope.problems());
            return null;
        }
        return new Subscription(
                name, definition.description(), definition.entity(), type.name(), event, definition.deprecation());
    }

    private Event.@Nullable Type event(SubscriptionDefinition definition) {
        String operation = definition.operation();
        if (operation == null || operation.equals(ANY)) {
            return null;
        }
        List<String> known = Arrays.stream(Event.Type.values()).map(Enum::name).toList();
        if (known.contains(operation)) {
            return Event.Type.valueOf(operation);
        }
        scope.problems()
                .add(
                        Pointer.to(definition.at(), "operation"),
                        "`" + operation + "` is no operation of an event",
                        "write " + String.join(", ", known) + " or " + ANY);
        return null;
    }
}
