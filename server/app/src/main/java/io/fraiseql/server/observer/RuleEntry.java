package io.fraiseql.server.observer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.RuleVersion;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.core.schema.RuleWriter;
import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule, wherever it comes from.
 *
 * @param source where that is
 * @param active what is followed when it is enabled; null when it cannot be
 * @param version the row of a managed rule; null for others
 * @param problems why it cannot be followed
 */
public record RuleEntry(
        String name,
        Source source,
        @Nullable ActiveRule active,
        @Nullable RuleVersion version,
        List<Problem> problems) {

    public RuleEntry {
        problems = List.copyOf(problems);
    }

    /** Where rules come from. */
    public enum Source {
        SCHEMA("schema"),
        CONFIGURATION("configuration"),
        API("api");

        private final String text;

        Source(String text) {
            this.text = text;
        }

        /** What it is called in answers. */
        public String text() {
            return text;
        }
    }

    static RuleEntry fixed(LoadedRule rule) {
        String at = rule.definition().at();
        boolean configured = at.startsWith(RuleLoader.CONFIGURED) || at.startsWith(RuleLoader.SCHEDULED);
        return new RuleEntry(
                rule.name(), configured ? Source.CONFIGURATION : Source.SCHEMA, rule.active(), null, List.of());
    }

    /** Whether its actions are done. */
    public boolean followed() {
        return active != null && active.rule().enabled();
    }

    /** One word for it. */
    public String state() {
        return active == null ? "broken" : active.rule().enabled() ? "enabled" : "disabled";
    }

    /** All of it as plain values. */
    public Map<String, ?> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("source", source.text());
        values.put("state", state());
        RuleVersion row = version;
        if (row != null) {
            values.put("version", row.version());
            values.put("changedAt", row.at().toString());
            values.put("changedBy", row.by());
        }
        if (!problems.isEmpty()) {
            values.put("problems", problems.stream().map(Problem::toString).toList());
        }
        values.put("rule", json());
        return values;
    }

    /** The rule: as it was saved, or with all its settings. */
    public JsonNode json() {
        RuleVersion row = version;
        if (row != null) {
            return tree(row);
        }
        return RuleWriter.rule(Objects.requireNonNull(active).rule());
    }

    /** The rule of a version. */
    public static JsonNode tree(RuleVersion row) {
        JsonNode tree = JsonText.parse(row.rule(), new Problems());
        return tree == null ? NullNode.instance : tree;
    }
}
