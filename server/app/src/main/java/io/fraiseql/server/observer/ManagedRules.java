package io.fraiseql.server.observer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.observer.RuleVersion;
import io.fraiseql.core.observer.RuleVersion.State;
import io.fraiseql.core.schema.JsonOutput;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Clock;
import java.util.List;

/** The rules that are managed while servers run: checked before they are saved, and followed by all processes soon after. Thread-safe. */
public final class ManagedRules {

    private final ObserverService service;
    private final Clock clock;

    public ManagedRules(ObserverService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** All rules, also those of the schema and the configuration. */
    public List<RuleEntry> list() {
        return service.book().entries();
    }

    /** @throws FraiseqlException {@code NOT_FOUND} */
    public RuleEntry find(String name) {
        RuleEntry fixed = service.book().fixed(name);
        return fixed == null ? service.book().entry(saved(name)) : fixed;
    }

    /**
     * What a managed rule was, the first version first; also of one that was deleted.
     *
     * @throws FraiseqlException {@code NOT_FOUND}
     */
    public List<RuleVersion> versions(String name) {
        List<RuleVersion> versions = service.book().versions().of(name);
        if (versions.isEmpty()) {
            throw none(name);
        }
        return versions;
    }

    /**
     * Adds a rule.
     *
     * @throws FraiseqlException {@code BAD_USER_INPUT} with what is wrong in it, {@code CONFLICT} when there is one of its name
     */
    public RuleEntry create(String rule, String by) {
        RuleBook book = service.book();
        book.versions();
        String name = book.check(rule);
        RuleVersion last = last(name);
        if (last != null && last.state() == State.SAVED) {
            throw new FraiseqlException(
                    CoreErrorCode.CONFLICT,
                    "there is already an observer `" + name + "`, with version " + last.version() + "; edit that one");
        }
        return save(name, last == null ? 0 : last.version(), State.SAVED, rule, by);
    }

    /**
     * Puts another rule in the place of one.
     *
     * @param seen the version that the caller knows
     * @throws FraiseqlException as {@link #create}, or {@code CONFLICT} when there is a newer version
     */
    public RuleEntry edit(String name, long seen, String rule, String by) {
        expect(name, seen);
        String written = service.book().check(rule);
        if (!written.equals(name)) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "/name: the observer `" + name + "` cannot become `" + written
                            + "`; create that one and delete this");
        }
        return save(name, seen, State.SAVED, rule, by);
    }

    /** Switches a rule on or off, as {@link #edit} does. One that does not fit the schema can be switched off. */
    public RuleEntry enable(String name, long seen, boolean enabled, String by) {
        RuleVersion row = expect(name, seen);
        ObjectNode rule = ((ObjectNode) RuleEntry.tree(row)).put("enabled", enabled);
        String text = JsonOutput.compact(rule);
        if (enabled) {
            service.book().check(text);
        }
        return save(name, seen, State.SAVED, text, by);
    }

    /** Deletes a rule, as {@link #edit} does; its versions are kept. */
    public void delete(String name, long seen, String by) {
        RuleVersion row = expect(name, seen);
        save(name, seen, State.DELETED, row.rule(), by);
    }

    private RuleEntry save(String name, long seen, State state, String rule, String by) {
        RuleVersion next = new RuleVersion(name, seen + 1, state, rule, clock.instant(), by);
        service.book().versions().add(next);
        service.changed();
        return service.book().entry(next);
    }

    private RuleVersion expect(String name, long seen) {
        RuleVersion row = saved(name);
        if (row.version() != seen) {
            throw new FraiseqlException(
                    CoreErrorCode.CONFLICT,
                    "the observer `" + name + "` has version " + row.version() + " and not " + seen
                            + "; read it again before you change it");
        }
        return row;
    }

    private RuleVersion saved(String name) {
        RuleVersion row = last(name);
        if (row != null && row.state() == State.SAVED) {
            return row;
        }
        RuleEntry fixed = service.book().fixed(name);
        if (fixed == null) {
            throw none(name);
        }
        throw new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT,
                "the observer `" + name + "` stands in the " + fixed.source().text() + "; change it there");
    }

    private @Nullable RuleVersion last(String name) {
        List<RuleVersion> versions = service.book().versions().of(name);
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    private static FraiseqlException none(String name) {
        return new FraiseqlException(CoreErrorCode.NOT_FOUND, "there is no observer `" + name + "`");
    }
}
