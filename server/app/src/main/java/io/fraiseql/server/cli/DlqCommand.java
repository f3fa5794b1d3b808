package io.fraiseql.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.observer.DeadLetters;
import io.fraiseql.server.config.Host;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code dlq list|show|retry|retry-all|remove|stats config.yml}: looks after the dead letters of observers. */
public final class DlqCommand extends SystemCommand {

    private static final String LINE = "%-32s %-24s %s";
    private static final int DEFAULT_LIMIT = 100;

    private final Host host;

    /** @param migrations the folder with {@code fraiseql.xml} */
    public DlqCommand(Host host, Path migrations) {
        super("dlq", "looks after the dead letters of observers", host, migrations);
        this.host = host;
    }

    @Override
    void actions(Argument action) {
        action.choices("list", "show", "retry", "retry-all", "remove", "stats")
                .help(
                        "list them; show, retry or remove one by --id; retry all, of one --rule or of every; count them by rule");
    }

    @Override
    void options(Subparser parser) {
        parser.addArgument("--id").metavar("POSITION:RULE").help("which one, as 'list' shows it");
        parser.addArgument("--rule").help("only those of this rule");
        parser.addArgument("--limit")
                .type(Integer.class)
                .setDefault(DEFAULT_LIMIT)
                .help("how many to list at most");
    }

    @Override
    void run(String action, Target target, Output output) {
        target.tables().require(false);
        EventStore store =
                new EventStore(target.database(), target.choice().offer().dialect());
        DeadLetters letters = new DeadLetters(
                new DeliveryStore(store), new EventReader(store), host.context().clock());
        Namespace arguments = target.arguments();
        String rule = arguments.getString("rule");
        switch (action) {
            case "list" -> list(letters.list(rule, arguments.getInt("limit")), output);
            case "stats" -> stats(letters.stats(), output);
            case "retry-all" -> counted("to be tried again", letters.retryAll(rule), output);
            case "show" -> show(one(letters, arguments), output);
            case "retry" -> {
                letters.retry(one(letters, arguments));
                counted("to be tried again", 1, output);
            }
            default -> {
                letters.remove(List.of(one(letters, arguments)));
                counted("removed", 1, output);
            }
        }
    }

    private static DeliveryRow one(DeadLetters letters, Namespace arguments) {
        String id = arguments.getString("id");
        int colon = id == null ? -1 : id.indexOf(':');
        if (id == null || colon < 1 || !id.substring(0, colon).matches("[0-9]{1,18}")) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "say which one: --id POSITION:RULE, as 'dlq list' shows it");
        }
        DeliveryRow row = letters.find(Long.parseLong(id.substring(0, colon)), id.substring(colon + 1));
        if (row == null) {
            throw new FraiseqlException(CoreErrorCode.NOT_FOUND, "there is no dead letter " + id);
        }
        return row;
    }

    private static void list(List<DeliveryRow> rows, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(LINE.formatted("id", "event", "last error"));
                    rows.forEach(row -> lines.add(LINE.formatted(id(row), about(row), lastError(row))));
                    return String.join("\n", lines);
                },
                () -> Map.of("deadLetters", rows.stream().map(DlqCommand::value).toList()));
    }

    private static void show(DeliveryRow row, Output output) {
        output.write(
                () -> "id       " + id(row) + "\nactions  " + row.done() + " done\nevent    " + row.event()
                        + "\nhistory  " + String.join("\n         ", lines(row)),
                () -> value(row));
    }

    private static void stats(Map<String, Integer> counts, Output output) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    counts.forEach((rule, count) -> lines.add("%-32s %d".formatted(rule, count)));
                    lines.add("%-32s %d".formatted("all", total));
                    return String.join("\n", lines);
                },
                () -> Map.of("total", total, "rules", counts));
    }

    private static void counted(String what, int count, Output output) {
        output.write(() -> count + " " + what, () -> Map.of("count", count));
    }

    private static String id(DeliveryRow row) {
        return row.position() + ":" + row.rule();
    }

    private static Map<String, ?> value(DeliveryRow row) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", id(row));
        value.put("rule", row.rule());
        value.put("actionsDone", row.done());
        value.put("event", json(row.event()));
        value.put("history", json(row.history()));
        return value;
    }

    private static String about(DeliveryRow row) {
        JsonNode event = json(row.event());
        return event.path("type").asText() + " " + event.path("entity").asText() + " "
                + event.path("key").asText();
    }

    private static String lastError(DeliveryRow row) {
        List<String> lines = lines(row);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static List<String> lines(DeliveryRow row) {
        List<String> lines = new ArrayList<>();
        json(row.history())
                .forEach(failure -> lines.add(failure.path("at").asText() + " "
                        + failure.path("action").asText() + " "
                        + failure.path("attempt").asText() + ": "
                        + failure.path("error").asText()));
        return lines;
    }

    private static JsonNode json(@Nullable String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "a delivery keeps what is no JSON", e);
        }
    }
}
