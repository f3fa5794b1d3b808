package io.fraiseql.server.cli;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.observer.DeadLetters;
import io.fraiseql.core.observer.EntityRows;
import io.fraiseql.core.observer.LetterFilter;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.observer.DeadLetter;
import io.fraiseql.server.observer.FirstLetters;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code dlq list|show|retry|retry-all|remove|remove-all|stats|export config.yml}: looks after the dead letters of observers. */
public final class DlqCommand extends SystemCommand {

    private static final String LINE = "%-32s %-24s %s";

    private final Host host;

    /** @param migrations the folder with {@code fraiseql.xml} */
    public DlqCommand(Host host, Path migrations) {
        super("dlq", "looks after the dead letters of observers", host, migrations);
        this.host = host;
    }

    @Override
    void actions(Argument action) {
        action.choices("list", "show", "retry", "retry-all", "remove", "remove-all", "stats", "export")
                .help(
                        "list them; show, retry or remove one by --id; retry or remove all that are meant; count them by rule; write all as JSON lines");
    }

    @Override
    void options(Subparser parser) {
        parser.addArgument("--id").metavar("POSITION:RULE").help("which one, as 'list' shows it");
        parser.addArgument("--event")
                .metavar("FILE")
                .help("retry with the event in this file, edited as 'show' gives it");
        parser.addArgument("--rule").help("only those of this rule");
        parser.addArgument("--entity").help("only those about this entity");
        parser.addArgument("--all").action(Arguments.storeTrue()).help("remove-all really removes all");
        parser.addArgument("--limit")
                .type(Integer.class)
                .help("how many to list at most, from 1 to 1000; 100 when it is not said");
    }

    @Override
    Map<String, Set<String>> taken() {
        return Map.of(
                "list", Set.of("rule", "entity", "limit"),
                "show", Set.of("id"),
                "retry", Set.of("id", "event"),
                "retry-all", Set.of("rule", "entity"),
                "remove", Set.of("id"),
                "remove-all", Set.of("rule", "entity", "all"),
                "export", Set.of("rule", "entity"));
    }

    @Override
    void run(String action, Target target, Output output) {
        target.tables().require(false);
        EventStore store =
                new EventStore(target.database(), target.choice().offer().dialect());
        DeadLetters letters = new DeadLetters(
                new DeliveryStore(store),
                new EventReader(store),
                () -> rows(target.configuration()),
                host.context().clock());
        Namespace arguments = target.arguments();
        LetterFilter filter = new LetterFilter(arguments.getString("rule"), arguments.getString("entity"));
        switch (action) {
            case "list" -> list(FirstLetters.of(letters, filter, limit(arguments, "; 'dlq export' gives all")), output);
            case "export" -> export(letters, filter, output);
            case "stats" -> stats(letters.stats(), output);
            case "retry-all" -> counted("to be tried again", letters.retryAll(filter), output);
            case "remove-all" -> {
                filter.requireChosen(arguments.getBoolean("all"), "--all", CoreErrorCode.INVALID_CONFIGURATION);
                counted("removed", letters.removeAll(filter), output);
            }
            case "show" -> show(one(letters, arguments), output);
            case "retry" -> {
                retry(letters, one(letters, arguments), arguments.getString("event"));
                counted("to be tried again", 1, output);
            }
            default -> {
                letters.remove(List.of(one(letters, arguments).row()));
                counted("removed", 1, output);
            }
        }
    }

    private static EntityRows rows(FraiseqlConfiguration configuration) {
        String schema = configuration.section(SchemaConfig.class).path();
        return new EntityRows(ServedEngine.model(Path.of(schema)), new ScalarCatalog());
    }

    private static DeadLetter one(DeadLetters letters, Namespace arguments) {
        String id = arguments.getString("id");
        if (id == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "say which one: --id POSITION:RULE, as 'dlq list' shows it");
        }
        return DeadLetter.find(letters, id);
    }

    private static void retry(DeadLetters letters, DeadLetter letter, @Nullable String file) {
        if (file == null) {
            letters.retry(letter.row());
            return;
        }
        try {
            letters.retry(letter.row(), Files.readString(Path.of(file)), System.getProperty("user.name"));
        } catch (IOException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "the event cannot be read from " + file, e);
        }
    }

    private static void export(DeadLetters letters, LetterFilter filter, Output output) {
        letters.each(filter, page -> {
            page.forEach(row -> output.stream().println(new DeadLetter(row).line()));
            return !output.stream().checkError();
        });
    }

    private static void list(FirstLetters first, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(LINE.formatted("id", "event", "last error"));
                    first.letters()
                            .forEach(letter ->
                                    lines.add(LINE.formatted(letter.id(), letter.about(), letter.lastError())));
                    if (first.more()) {
                        lines.add("there are more: 'dlq stats' counts them");
                    }
                    return String.join("\n", lines);
                },
                first::values);
    }

    private static void show(DeadLetter letter, Output output) {
        DeliveryRow row = letter.row();
        output.write(
                () -> "id       " + letter.id() + "\nactions  " + row.done() + " done\nevent    " + row.event()
                        + "\nhistory  " + String.join("\n         ", letter.failures()),
                letter::values);
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
}
