package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fraiseql.core.error.Nearest;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What templates can say of the event itself: {@code event.id} and so on. */
final class EventFacts {

    static final String ROOT = "event";

    private static final String POSITION = "position";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, Function<Event, JsonNode>> FACTS = facts();

    private EventFacts() {}

    private static Map<String, Function<Event, JsonNode>> facts() {
        Map<String, Function<Event, JsonNode>> facts = new LinkedHashMap<>();
        facts.put("id", event -> text(event.id().toString()));
        facts.put(POSITION, event -> NODES.numberNode(event.position()));
        facts.put("type", event -> text(event.type().name()));
        facts.put("entity", event -> text(event.entityType()));
        facts.put("key", event -> text(event.entityId()));
        facts.put("time", event -> text(event.createdAt().toString()));
        facts.put("user", event -> text(event.userId()));
        facts.put("organisation", event -> text(event.orgId()));
        return facts;
    }

    private static JsonNode text(@Nullable String text) {
        return text == null ? NODES.nullNode() : NODES.textNode(text);
    }

    static ValueKind kind(String name) {
        return name.equals(POSITION) ? ValueKind.NUMBER : ValueKind.TEXT;
    }

    /** @throws RuleSyntaxException when there is no such fact */
    static TextTemplate.Place.Value of(String name, int at) {
        Function<Event, JsonNode> fact = FACTS.get(name);
        if (fact == null) {
            String nearest = Nearest.to(name, FACTS.keySet());
            throw new RuleSyntaxException(
                    at,
                    "an event has no `" + name + "`"
                            + (nearest == null
                                    ? "; it has " + String.join(", ", FACTS.keySet())
                                    : "; did you mean `" + nearest + "`?"));
        }
        return row -> fact.apply(row.event());
    }
}
