package io.fraiseql.server.observer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.rule.Entities;
import io.fraiseql.core.rule.EntityFields;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.core.rule.TextTemplate;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a rule says to an event, of which nothing is done.
 *
 * @param error why the condition cannot tell; null when it can
 * @param actions of a rule that applies, what templates make of their parameters, before values are escaped for where they stand
 */
public record RuleTrial(
        RuleEntry rule, Verdict verdict, @Nullable String error, List<JsonNode> actions) {

    public RuleTrial {
        actions = List.copyOf(actions);
    }

    /** Whether its actions would be done. */
    public enum Verdict {
        APPLIES("applies"),
        OTHER("is about other events"),
        NOT_TRUE("has a condition that is not true"),
        FAILS("is given up, because its condition cannot tell"),
        DISABLED("applies, but is not enabled"),
        BROKEN("does not fit the schema");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** What is said of the rule. */
        public String text() {
            return text;
        }
    }

    /** Asks a rule. */
    public static RuleTrial of(RuleEntry entry, Model model, Event event) {
        ActiveRule rule = entry.active();
        if (rule == null) {
            return without(entry, Verdict.BROKEN, null);
        }
        if (!rule.isAbout(event)) {
            return without(entry, Verdict.OTHER, null);
        }
        try {
            if (!rule.appliesTo(new EventRow(event))) {
                return without(entry, Verdict.NOT_TRUE, null);
            }
        } catch (RuleEvaluationException e) {
            return without(entry, Verdict.FAILS, e.getMessage());
        }
        EntityFields fields = new Entities(model).fields(rule.rule());
        Rendering rendering =
                new Rendering(fields == null ? EntityFields.none(rule.rule().entity()) : fields, event);
        Verdict verdict = entry.followed() ? Verdict.APPLIES : Verdict.DISABLED;
        return new RuleTrial(entry, verdict, null, rendering.all(entry.json().path("actions")));
    }

    private static RuleTrial without(RuleEntry rule, Verdict verdict, @Nullable String error) {
        return new RuleTrial(rule, verdict, error, List.of());
    }

    /** All of it as plain values. */
    public Map<String, ?> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rule", rule.name());
        values.put("source", rule.source().text());
        values.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
        if (error != null) {
            values.put("error", error);
        }
        values.put("actions", actions);
        return values;
    }

    /** Fills the templates of one event. */
    private record Rendering(EntityFields fields, Event event) {

        List<JsonNode> all(JsonNode actions) {
            List<JsonNode> rendered = new ArrayList<>();
            actions.forEach(action -> rendered.add(render(action)));
            return rendered;
        }

        private JsonNode render(JsonNode node) {
            if (node.isTextual()) {
                return TextNode.valueOf(text(node.textValue()));
            }
            if (node.isObject()) {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                node.properties().forEach(field -> object.set(field.getKey(), render(field.getValue())));
                return object;
            }
            if (node.isArray()) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> array.add(render(element)));
                return array;
            }
            return node;
        }

        private String text(String template) {
            try {
                return template.contains("{{")
                        ? TextTemplate.parse(template, fields).render(event, Template.Escape.NONE)
                        : template;
            } catch (ActionFailedException e) {
                return "cannot be made: " + e.getMessage();
            }
        }
    }
}
