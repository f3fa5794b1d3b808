package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.Retry;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.model.ScheduledRule;
import java.util.List;
import java.util.Locale;

/** Writes rules as {@link RuleReader} reads them. */
public final class RuleWriter {

    private RuleWriter() {}

    static ArrayNode write(List<Rule> rules) {
        ArrayNode node = SchemaWriter.NODES.arrayNode();
        rules.forEach(rule -> node.add(rule(rule)));
        return node;
    }

    /** One rule with all its settings, also those that were left out. */
    public static ObjectNode rule(Rule rule) {
        ObjectNode node = SchemaWriter.named(rule.name(), null);
        node.put("entity", rule.entity());
        node.put("event", rule.event() == null ? "ANY" : rule.event().name());
        SchemaWriter.put(node, "condition", rule.condition());
        ArrayNode actions = node.putArray("actions");
        rule.actions().forEach(action -> actions.add(action(action)));
        node.set("retry", retry(rule.retry()));
        node.put("on_failure", rule.onFailure().name().toLowerCase(Locale.ROOT));
        node.put("enabled", rule.enabled());
        node.put("timeout_ms", (int) rule.timeout().toMillis());
        Rule.Queueing queueing = rule.queueing();
        if (queueing != null) {
            node.put("mode", "queued");
            node.put("priority", queueing.priority());
            node.put("ordered", queueing.ordered());
            node.put("delay_ms", (int) queueing.delay().toMillis());
        }
        return node;
    }

    /** As {@link ScheduleReader} reads it. */
    static ObjectNode schedule(ScheduledRule scheduled) {
        ObjectNode node = rule(scheduled.rule());
        node.remove(List.of("entity", "event"));
        node.put("cron", scheduled.cron());
        node.put("zone", scheduled.zone());
        if (scheduled.rule().queueing() == null) {
            node.put("mode", "direct");
        }
        return node;
    }

    private static ObjectNode action(Rule.ActionCall action) {
        ObjectNode node = SchemaWriter.NODES.objectNode();
        node.put("type", action.type());
        if (JsonText.parse(action.parameters(), new Problems()) instanceof ObjectNode parameters) {
            node.setAll(parameters);
        }
        return node;
    }

    private static ObjectNode retry(Retry retry) {
        ObjectNode node = SchemaWriter.NODES.objectNode();
        node.put("max_attempts", retry.maxAttempts());
        node.put("backoff", retry.backoff().key());
        node.put("initial_delay_ms", (int) retry.initialDelay().toMillis());
        node.put("max_delay_ms", (int) retry.maxDelay().toMillis());
        node.put("jitter", retry.jitter());
        return node;
    }
}
