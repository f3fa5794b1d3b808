package io.fraiseql.server.cli;

import io.fraiseql.core.event.CursorState;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.DeliveryStore.Counts;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LogFigures;
import io.fraiseql.core.event.LogFigures.Behind;
import io.fraiseql.core.observer.Observers;
import io.fraiseql.server.observer.RuleEntry;
import io.fraiseql.spi.Nullable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code observers status}: how far the rules have followed the log, and what each has before it.
 *
 * @param server who follows them; null for nobody
 * @param counts by the name of the rule; none for those without deliveries
 */
record RuleStatus(
        List<RuleEntry> rules, Behind behind, @Nullable String server, Map<String, Counts> counts) {

    private static final String GONE = "gone";
    private static final String LINE = "%-32s %-9s %10s %13s";

    static RuleStatus of(List<RuleEntry> rules, EventStore store, Clock clock) {
        Behind behind = new LogFigures(store, clock).behind().getOrDefault(Observers.CURSOR, new Behind(0, 0));
        String server = new EventReader(store)
                .cursors().stream()
                        .filter(cursor -> cursor.name().equals(Observers.CURSOR))
                        .findFirst()
                        .map(CursorState::owner)
                        .orElse(null);
        return new RuleStatus(rules, behind, server, new DeliveryStore(store).counts());
    }

    void write(Output output) {
        output.write(this::text, this::values);
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d events behind (%.1f s), followed by %s",
                behind.events(),
                behind.seconds(),
                server == null ? "none" : server));
        lines.add(LINE.formatted("rule", "state", "deliveries", "dead letters"));
        rules.forEach(rule -> lines.add(LINE.formatted(
                rule.name(), rule.state(), counts(rule).waiting(), counts(rule).dead())));
        gone().forEach((name, left) -> lines.add(LINE.formatted(name, GONE, left.waiting(), left.dead())));
        return String.join("\n", lines);
    }

    /** What is left of rules that are in no schema or configuration any more. */
    private Map<String, Counts> gone() {
        Map<String, Counts> gone = new TreeMap<>(counts);
        rules.forEach(rule -> gone.remove(rule.name()));
        return gone;
    }

    private Counts counts(RuleEntry rule) {
        return counts.getOrDefault(rule.name(), new Counts(0, 0));
    }

    private Map<String, ?> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("behind", behind.events());
        values.put("seconds", behind.seconds());
        values.put("server", server);
        List<Map<String, ?>> all = new ArrayList<>();
        rules.forEach(rule -> all.add(values(rule.name(), rule.state(), counts(rule))));
        gone().forEach((name, left) -> all.add(values(name, GONE, left)));
        values.put("rules", all);
        return values;
    }

    private static Map<String, ?> values(String name, String state, Counts counts) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("state", state);
        values.put("deliveries", counts.waiting());
        values.put("deadLetters", counts.dead());
        return values;
    }
}
