package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.Retry;
import io.fraiseql.core.model.Rule;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.job.Job;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads rules: {@code observers} of the schema, and those that stand elsewhere in the same form. */
public final class RuleReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final int DEFAULT_TIMEOUT_MILLIS = 30_000;
    private static final String ANY = "ANY";

    private final Problems problems;

    public RuleReader(Problems problems) {
        this.problems = problems;
    }

    /** A rule; null when it cannot be used for anything. */
    public @Nullable RuleDefinition rule(JsonObject object) {
        String name = object.requiredText("name");
        if (name != null && !NAME.matcher(name).matches()) {
            problems.add(
                    Pointer.to(object.at(), "name"),
                    "`" + name + "` is not a name",
                    "write a letter, then letters, digits, `_` and `-`, 100 at most");
        }
        String entity = object.requiredText("entity");
        Event.@Nullable Type event = event(object);
        String condition = object.text("condition");
        List<Rule.ActionCall> actions = object.objects("actions", RuleReader::action);
        if (actions.isEmpty()) {
            problems.add(
                    object.at(),
                    "`actions` says nothing to do",
                    "add one such as {\"type\": \"log\", \"message\": \"…\"}");
        }
        Retry retry = retry(object.object("retry"));
        Rule.OnFailure onFailure = choice(object, "on_failure", Rule.OnFailure.class, Rule.OnFailure.DLQ);
        boolean enabled = object.flag("enabled", true);
        Duration timeout = Duration.ofMillis(positive(object, "timeout_ms", DEFAULT_TIMEOUT_MILLIS));
        Rule.Queueing queueing = queueing(object);
        object.finish("an observer");
        if (name == null || entity == null) {
            return null;
        }
        return new RuleDefinition(
                object.at(),
                new Rule(name, entity, event, condition, actions, retry, onFailure, enabled, timeout, queueing));
    }

    private Rule.@Nullable Queueing queueing(JsonObject object) {
        Mode mode = choice(object, "mode", Mode.class, Mode.DIRECT);
        Integer priority = object.count("priority");
        boolean ordered = object.flag("ordered", false);
        Integer delay = object.count("delay_ms");
        if (priority != null && priority > Job.LOWEST) {
            problems.add(Pointer.to(object.at(), "priority"), "`priority` must be from 0 to " + Job.LOWEST);
        }
        if (mode == Mode.QUEUED) {
            return new Rule.Queueing(
                    priority == null ? Rule.Queueing.PRIORITY : priority,
                    ordered,
                    Duration.ofMillis(delay == null ? 0 : delay));
        }
        String written = object.text("mode");
        boolean direct = written == null || written.equals("direct");
        for (String key : List.of("priority", "ordered", "delay_ms")) {
            if (direct && object.value(key) != null) {
                problems.add(
                        Pointer.to(object.at(), key),
                        "`" + key + "` is for rules whose deliveries are jobs",
                        "add \"mode\": \"queued\", or remove it");
            }
        }
        return null;
    }

    /** Who does the actions. */
    private enum Mode {
        /** The process that follows the rules. */
        DIRECT,
        /** Workers, which take them from a queue. */
        QUEUED
    }

    private Event.@Nullable Type event(JsonObject object) {
        String event = object.requiredText("event");
        if (event == null || event.equals(ANY)) {
            return null;
        }
        List<String> known = Arrays.stream(Event.Type.values()).map(Enum::name).toList();
        if (known.contains(event)) {
            return Event.Type.valueOf(event);
        }
        problems.add(
                Pointer.to(object.at(), "event"),
                "`" + event + "` is no event",
                "write " + String.join(", ", known) + " or " + ANY);
        return null;
    }

    /** The parameters are checked by whoever knows the action. */
    private static Rule.@Nullable ActionCall action(JsonObject object) {
        String type = object.requiredText("type");
        ObjectNode parameters = SchemaWriter.NODES.objectNode();
        for (String key : object.keys()) {
            JsonNode value = object.value(key);
            if (!key.equals("type") && value != null) {
                parameters.set(key, value);
            }
        }
        return type == null ? null : new Rule.ActionCall(type, JsonOutput.compact(parameters));
    }

    private Retry retry(@Nullable JsonObject object) {
        if (object == null) {
            return Retry.DEFAULT;
        }
        Retry otherwise = Retry.DEFAULT;
        Retry retry = new Retry(
                positive(object, "max_attempts", otherwise.maxAttempts()),
                choice(object, "backoff", Retry.Backoff.class, otherwise.backoff()),
                Duration.ofMillis(positive(object, "initial_delay_ms", (int)
                        otherwise.initialDelay().toMillis())),
                Duration.ofMillis(positive(
                        object, "max_delay_ms", (int) otherwise.maxDelay().toMillis())),
                object.flag("jitter", otherwise.jitter()));
        if (retry.initialDelay().compareTo(retry.maxDelay()) > 0) {
            boolean written = object.value("initial_delay_ms") != null;
            problems.add(
                    Pointer.to(object.at(), written ? "initial_delay_ms" : "max_delay_ms"),
                    "`initial_delay_ms` (%d) is more than `max_delay_ms` (%d)"
                            .formatted(
                                    retry.initialDelay().toMillis(),
                                    retry.maxDelay().toMillis()),
                    "make the first delay shorter, or the longest one longer");
        }
        object.finish("`retry`");
        return retry;
    }

    private int positive(JsonObject object, String key, int otherwise) {
        Integer number = object.count(key);
        if (number != null && number == 0) {
            problems.add(Pointer.to(object.at(), key), "`" + key + "` must be at least 1");
        }
        return number == null || number == 0 ? otherwise : number;
    }

    private <E extends Enum<E>> E choice(JsonObject object, String key, Class<E> type, E otherwise) {
        String text = object.text(key);
        if (text == null) {
            return otherwise;
        }
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(text)) {
            problems.add(
                    Pointer.to(object.at(), key),
                    "`" + key + "` is `" + text + "`",
                    "write " + String.join(", ", known));
            return otherwise;
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
