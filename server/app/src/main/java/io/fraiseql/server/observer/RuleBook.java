package io.fraiseql.server.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.RuleVersion;
import io.fraiseql.core.observer.RuleVersions;
import io.fraiseql.core.observer.Schedule;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of a schema and of the configuration, as they were read, and those that are managed, as they are now. Thread-safe. */
public final class RuleBook {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

    private final RuleLoader loader;
    private final Model model;
    private final Map<String, LoadedRule> fixed = new TreeMap<>();
    private final @Nullable RuleVersions versions;

    private RuleBook(RuleLoader loader, Model model, List<LoadedRule> fixed, @Nullable RuleVersions versions) {
        this.loader = loader;
        this.model = model;
        fixed.forEach(rule -> this.fixed.put(rule.name(), rule));
        this.versions = versions;
    }

    /**
     * Reads the rules that do not change.
     *
     * @param versions the managed rules; null when there can be none
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} with everything that is wrong
     */
    public static RuleBook of(
            RuleLoader loader, Model model, ObserversConfig configured, @Nullable RuleVersions versions) {
        return new RuleBook(loader, model, loader.load(model, configured), versions);
    }

    /** Another number after each change of managed rules. */
    long revision() {
        return versions == null ? 0 : versions.revision();
    }

    /** All rules, those of the schema and the configuration first. A managed rule that does not fit the schema is there with its problems. */
    public List<RuleEntry> entries() {
        List<RuleEntry> entries = new ArrayList<>();
        fixed.values().forEach(rule -> entries.add(RuleEntry.fixed(rule)));
        if (versions != null) {
            versions.current().forEach(row -> entries.add(entry(row)));
        }
        return entries;
    }

    /** What is to be followed. */
    List<ActiveRule> active() {
        List<RuleEntry> entries = entries();
        entries.stream()
                .filter(entry -> entry.active() == null)
                .forEach(entry -> LOG.error("the observer '{}' is not followed: {}", entry.name(), entry.problems()));
        return entries.stream()
                .filter(RuleEntry::followed)
                .map(entry -> Objects.requireNonNull(entry.active()))
                .toList();
    }

    /** When the rules are followed that are about no writes. */
    List<Schedule> schedules() {
        List<Schedule> schedules = new ArrayList<>();
        for (LoadedRule rule : fixed.values()) {
            Schedule schedule = rule.schedule();
            if (schedule != null && rule.active().rule().enabled()) {
                schedules.add(schedule);
            }
        }
        return schedules;
    }

    /** The rule of the schema or the configuration with a name; null when there is none. */
    @Nullable
    RuleEntry fixed(String name) {
        LoadedRule rule = fixed.get(name);
        return rule == null ? null : RuleEntry.fixed(rule);
    }

    /** A managed rule as it is in a row. */
    RuleEntry entry(RuleVersion row) {
        Problems problems = new Problems();
        LoadedRule loaded = load(row.rule(), problems);
        return new RuleEntry(
                row.name(), RuleEntry.Source.API, loaded == null ? null : loaded.active(), row, problems.list());
    }

    /**
     * Makes sure that a rule can be followed beside the others, and tells its name.
     *
     * @throws FraiseqlException {@code BAD_USER_INPUT} with everything that is wrong
     */
    String check(String rule) {
        Problems problems = new Problems();
        LoadedRule loaded = load(rule, problems);
        if (loaded == null) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "the rule cannot be used:\n  "
                            + problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n  ")));
        }
        return loaded.name();
    }

    private @Nullable LoadedRule load(String rule, Problems problems) {
        LoadedRule loaded = loader.load(model, rule, problems);
        LoadedRule other = loaded == null ? null : fixed.get(loaded.name());
        if (other != null) {
            RuleEntry entry = RuleEntry.fixed(other);
            problems.add(
                    "/name",
                    "there is already an observer `" + entry.name() + "` in the "
                            + entry.source().text() + ", at "
                            + other.definition().at(),
                    "rename one of them");
            return null;
        }
        return loaded;
    }

    /**
     * The rows of the managed rules.
     *
     * @throws FraiseqlException {@code NOT_FOUND} when there can be none
     */
    RuleVersions versions() {
        if (versions == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "no rules can be kept here: no events are noted, because the schema has neither mutations nor"
                            + " triggers, or events.outbox.enabled is false");
        }
        return versions;
    }
}
