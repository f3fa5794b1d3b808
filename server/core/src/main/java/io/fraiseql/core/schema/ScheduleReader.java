package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ScheduledRule;
import io.fraiseql.core.rule.CronExpression;
import io.fraiseql.spi.Nullable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Reads schedules, of the schema and those that stand elsewhere in the same form: rules that have a time in place of an entity. */
public final class ScheduleReader {

    private static final String UTC = "UTC";
    private static final List<String> OF_WRITES = List.of("entity", "event", "condition");
    private static final List<String> OF_SCHEDULES = List.of("cron", "zone");

    private final Problems problems;

    public ScheduleReader(Problems problems) {
        this.problems = problems;
    }

    /** A schedule; null when it cannot be used for anything. */
    public @Nullable ScheduleDefinition schedule(JsonObject object) {
        String cron = cron(object);
        String zone = zone(object);
        RuleDefinition definition = rule(object);
        return cron == null || definition == null
                ? null
                : new ScheduleDefinition(object.at(), new ScheduledRule(definition.rule(), cron, zone));
    }

    private @Nullable String cron(JsonObject object) {
        String text = object.requiredText("cron");
        try {
            return text == null ? null : CronExpression.parse(text).toString();
        } catch (IllegalArgumentException e) {
            problems.add(Pointer.to(object.at(), "cron"), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private String zone(JsonObject object) {
        String text = object.text("zone");
        try {
            return text == null ? UTC : ZoneId.of(text).getId();
        } catch (DateTimeException e) {
            problems.add(
                    Pointer.to(object.at(), "zone"),
                    "`" + text + "` is no time zone",
                    "write one such as Europe/Berlin");
            return UTC;
        }
    }

    private @Nullable RuleDefinition rule(JsonObject object) {
        ObjectNode rule = SchemaWriter.NODES.objectNode();
        for (String key : object.keys()) {
            JsonNode value = object.value(key);
            if (OF_WRITES.contains(key)) {
                problems.add(Pointer.to(object.at(), key), "`" + key + "` is for rules about writes", "remove it");
            } else if (value != null && !OF_SCHEDULES.contains(key)) {
                rule.set(key, value);
            }
        }
        rule.put("entity", ScheduledRule.ENTITY).put("event", "CUSTOM");
        if (!rule.has("mode")) {
            rule.put("mode", "queued");
        }
        return new RuleReader(problems).rule(new JsonObject(rule, object.at(), problems));
    }
}
