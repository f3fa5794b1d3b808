package io.fraiseql.server.cli;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.observer.RuleVersions;
import io.fraiseql.core.schema.JsonOutput;
import io.fraiseql.server.config.Host;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.observer.RuleBook;
import io.fraiseql.server.observer.RuleEntry;
import io.fraiseql.server.observer.RuleTrial;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code observers list|show|validate|status|debug-event config.yml}: the rules of the schema, of the configuration and those that are managed. */
public final class ObserversCommand extends SystemCommand {

    private static final String LINE = "%-32s %-14s %-9s %s";

    private final Host host;

    /** @param migrations the folder with {@code fraiseql.xml} */
    public ObserversCommand(Host host, Path migrations) {
        super("observers", "looks at the rules of observers", host, migrations);
        this.host = host;
    }

    @Override
    void actions(Argument action) {
        action.choices("list", "show", "validate", "status", "debug-event")
                .help(
                        "list all rules with where they come from; show one by --name; check all as a server would;"
                                + " say how far behind they are and what they have before them; ask all about an event by --id");
    }

    @Override
    void options(Subparser parser) {
        parser.addArgument("--name").help("which one to show");
        parser.addArgument("--id").help("which event: its id or its position");
    }

    @Override
    Map<String, Set<String>> taken() {
        return Map.of("show", Set.of("name"), "debug-event", Set.of("id"));
    }

    @Override
    void run(String action, Target target, Output output) {
        target.tables().require(false);
        EventStore store =
                new EventStore(target.database(), target.choice().offer().dialect());
        Model model = ServedEngine.model(
                Path.of(target.configuration().section(SchemaConfig.class).path()));
        RuleBook book = CheckedRules.of(target.configuration(), model, new RuleVersions(store), host.context());
        List<RuleEntry> entries = book.entries();
        Namespace arguments = target.arguments();
        switch (action) {
            case "list" -> list(entries, output);
            case "show" -> show(one(entries, arguments.getString("name")), output);
            case "status" ->
                RuleStatus.of(entries, store, host.context().clock()).write(output);
            case "debug-event" ->
                debug(EventTrial.find(new EventReader(store), arguments.getString("id")), entries, model, output);
            default -> validate(entries, output);
        }
    }

    private static void debug(Event event, List<RuleEntry> entries, Model model, Output output) {
        List<RuleTrial> trials =
                entries.stream().map(entry -> RuleTrial.of(entry, model, event)).toList();
        EventTrial.write(event, trials, output);
    }

    private static void list(List<RuleEntry> entries, Output output) {
        output.write(
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(LINE.formatted("name", "source", "state", "about"));
                    entries.forEach(entry -> lines.add(
                            LINE.formatted(entry.name(), entry.source().text(), entry.state(), about(entry))));
                    return String.join("\n", lines);
                },
                () -> Map.of(
                        "observers", entries.stream().map(RuleEntry::values).toList()));
    }

    private static String about(RuleEntry entry) {
        return entry.json().path("event").asText() + " "
                + entry.json().path("entity").asText();
    }

    private static void show(RuleEntry entry, Output output) {
        output.write(
                () -> "name     " + entry.name() + "\nsource   "
                        + entry.source().text() + "\nstate    " + entry.state() + "\nrule     "
                        + JsonOutput.pretty(entry.json()).strip().replace("\n", "\n         ") + problems(entry),
                entry::values);
    }

    private static String problems(RuleEntry entry) {
        return entry.problems().stream().map(problem -> "\nproblem  " + problem).collect(Collectors.joining());
    }

    private static RuleEntry one(List<RuleEntry> entries, @Nullable String name) {
        if (name == null) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "say which one: --name NAME, as 'observers list' shows it");
        }
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new FraiseqlException(CoreErrorCode.NOT_FOUND, "there is no observer `" + name + "`"));
    }

    private static void validate(List<RuleEntry> entries, Output output) {
        String broken = entries.stream()
                .flatMap(entry -> entry.problems().stream().map(problem -> "\n  " + entry.name() + " " + problem))
                .collect(Collectors.joining());
        if (!broken.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "managed observers do not fit the schema:" + broken);
        }
        output.write(
                () -> entries.size() + " observers are valid", () -> Map.of("valid", true, "count", entries.size()));
    }
}
