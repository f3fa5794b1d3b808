package io.fraiseql.server.observer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.observer.CronExpression;
import io.fraiseql.core.observer.Schedule;
import io.fraiseql.core.schema.JsonObject;
import io.fraiseql.core.schema.Pointer;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.core.schema.RuleDefinition;
import io.fraiseql.core.schema.RuleReader;
import io.fraiseql.spi.Nullable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Reads {@code observers.schedules}: rules that have a time in place of an entity. */
final class ScheduleReader {

    /** Where they stand. */
    static final String AT = "/observers/schedules";

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final List<String> OF_WRITES = List.of("entity", "event", "condition");

    private final Problems problems;

    ScheduleReader(Problems problems) {
        this.problems = problems;
    }

    /** A schedule with the rule that says what to do. */
    record Scheduled(Schedule schedule, RuleDefinition definition) {}

    /** One; null when it cannot be used for anything. */
    @Nullable
    Scheduled read(JsonNode node, int index) {
        String at = Pointer.to(AT, index);
        if (!(node instanceof ObjectNode object)) {
            problems.add(at, "a schedule is a section of keys");
            return null;
        }
        CronExpression cron = cron(new JsonObject(object, at, problems), at);
        ZoneId zone = zone(new JsonObject(object, at, problems), at);
        RuleDefinition definition = rule(object.deepCopy(), at);
        return cron == null || definition == null
                ? null
                : new Scheduled(new Schedule(definition.rule().name(), cron, zone), definition);
    }

    private @Nullable CronExpression cron(JsonObject object, String at) {
        String text = object.requiredText("cron");
        try {
            return text == null ? null : CronExpression.parse(text);
        } catch (IllegalArgumentException e) {
            problems.add(Pointer.to(at, "cron"), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private ZoneId zone(JsonObject object, String at) {
        String text = object.text("zone");
        try {
            return text == null ? UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            problems.add(Pointer.to(at, "zone"), "`" + text + "` is no time zone", "write one such as Europe/Berlin");
            return UTC;
        }
    }

    private @Nullable RuleDefinition rule(ObjectNode rule, String at) {
        for (String key : OF_WRITES) {
            if (rule.has(key)) {
                problems.add(Pointer.to(at, key), "`" + key + "` is for rules about writes", "remove it");
            }
        }
        rule.remove(List.of("cron", "zone", "condition"));
        rule.put("entity", Schedule.ENTITY).put("event", "CUSTOM");
        if (!rule.has("mode")) {
            rule.put("mode", "queued");
        }
        return new RuleReader(problems).rule(new JsonObject(rule, at, problems));
    }
}
