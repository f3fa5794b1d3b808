package io.fraiseql.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.server.observer.RuleTrial;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code observers debug-event}: an event of the log, and what each rule says to it. */
final class EventTrial {

    private static final String LINE = "%-32s %s";

    private EventTrial() {}

    /**
     * The event that is meant.
     *
     * @param id its id, or its position in the log
     */
    static Event find(EventReader log, @Nullable String id) {
        Event event = null;
        if (id != null && id.matches("[1-9][0-9]{0,17}")) {
            long position = Long.parseLong(id);
            event = log.after(position - 1, 1).events().stream()
                    .filter(one -> one.position() == position)
                    .findFirst()
                    .orElse(null);
        } else {
            event = log.find(id(id));
        }
        if (event == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND, "the log has no event " + id + " any longer, or not yet");
        }
        return event;
    }

    private static UUID id(@Nullable String id) {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "say which event: --id with its id or its position, such as the number that a dead letter begins with",
                    e);
        }
    }

    static void write(Event event, List<RuleTrial> trials, Output output) {
        output.write(() -> text(event, trials), () -> values(event, trials));
    }

    private static String text(Event event, List<RuleTrial> trials) {
        List<String> lines = new ArrayList<>();
        lines.add("event %d, %s %s %s".formatted(event.position(), event.type(), event.entityType(), event.entityId()));
        for (RuleTrial trial : trials) {
            String error = trial.error() == null ? "" : ": " + trial.error();
            lines.add(LINE.formatted(trial.rule().name(), trial.verdict().text() + error));
            trial.actions().forEach(action -> lines.addAll(action(action)));
        }
        return String.join("\n", lines);
    }

    private static List<String> action(JsonNode action) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + action.path("type").asText());
        action.properties().forEach(parameter -> {
            if (!parameter.getKey().equals("type")) {
                lines.add("    " + parameter.getKey() + ": " + shown(parameter.getValue()));
            }
        });
        return lines;
    }

    /** The text of lists and maps is empty. */
    private static String shown(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static Map<String, ?> values(Event event, List<RuleTrial> trials) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("event", JsonText.parse(EventJson.write(event), new Problems()));
        values.put("rules", trials.stream().map(RuleTrial::values).toList());
        return values;
    }
}
