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

/**
 * {@code observers status}: how far the rules have followed the log, and what each has before it.
 *
 * @param server who follows them; null for nobody
 * @param counts by the name of the rule; none for those without deliveries
 */
record RuleStatus(
        List<RuleEntry> rules, Behind behind, @Nullable String server, Map<String, Counts> counts) {

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
        return String.join("\n", lines);
    }

    private Counts counts(RuleEntry rule) {
        return counts.getOrDefault(rule.name(), new Counts(0, 0));
    }

    private Map<String, ?> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("behind", behind.events());
        values.put("seconds", behind.seconds());
        values.put("server", server);
        values.put("rules", rules.stream().map(this::values).toList());
        return values;
    }

    private Map<String, ?> values(RuleEntry rule) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", rule.name());
        values.put("state", rule.state());
        values.put("deliveries", counts(rule).waiting());
        values.put("deadLetters", counts(rule).dead());
        return values;
    }
}
