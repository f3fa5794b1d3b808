package io.fraiseql.server.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.EventsConfig.Role;
import io.fraiseql.server.config.ObserversConfig.Topology;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.util.List;
import java.util.Locale;

/** Refuses what a server cannot be at the same time, when it starts, and before as far as that is known. Immutable. */
public record TopologyCheck(Topology topology, EventsConfig events) {

    /**
     * Refuses what would be refused at the start whatever rules are managed.
     *
     * @param hasEvents whether events are noted
     * @return what a server would be refused for without managed rules; null when it would not
     * @throws FraiseqlException {@code INVALID_CONFIGURATION}
     */
    public @Nullable String check(RuleBook book, boolean hasEvents, Dialect dialect) {
        List<ActiveRule> active = book.active();
        requireEvents(!active.isEmpty(), hasEvents);
        requireWork(true, true, hasEvents);
        if (hasEvents && (!active.isEmpty() || topology == Topology.BRIDGE)) {
            requireShared(dialect);
        }
        try {
            requireWork(active, hasEvents);
            return null;
        } catch (FraiseqlException e) {
            return e.getMessage();
        }
    }

    /** Refuses rules that would never hear of anything. */
    void requireEvents(boolean rules, boolean hasEvents) {
        if (rules && !hasEvents) {
            throw refused(
                    "there are observers, but events.outbox.enabled is false, so that they would never hear of anything");
        }
    }

    void requireWork(List<ActiveRule> active, boolean hasEvents) {
        boolean queued = active.stream().anyMatch(rule -> rule.rule().queueing() != null);
        requireWork(!active.isEmpty(), queued, hasEvents);
    }

    /** Refuses a topology of several processes on a database of one. */
    void requireShared(Dialect dialect) {
        if (topology != Topology.EMBEDDED && dialect.capabilities().contains(Capability.EMBEDDED)) {
            throw refused("observers.topology is " + name()
                    + ", which needs a database that several processes write to, and " + dialect.name() + " is none");
        }
    }

    /** A server that answers no requests is there for something else. */
    private void requireWork(boolean rules, boolean queued, boolean hasEvents) {
        boolean works = events.does(Role.EVENTS) && hasEvents || events.does(Role.WORKERS) && worksOn(rules, queued);
        if (!events.does(Role.API) && !works) {
            throw refused("events.roles is " + events.roles().toString().toLowerCase(Locale.ROOT)
                    + ", which leaves this server nothing to do: "
                    + nothing(hasEvents));
        }
    }

    private boolean worksOn(boolean rules, boolean queued) {
        return switch (topology) {
            case EMBEDDED, REDIS -> queued;
            case BRIDGE -> false;
            case WORKERS -> rules;
        };
    }

    private String nothing(boolean hasEvents) {
        return switch (topology) {
            case EMBEDDED, REDIS -> hasEvents ? "no rule is queued" : "no events are noted";
            case BRIDGE -> hasEvents ? "a bridge has the role events" : "no events are noted";
            case WORKERS -> "there is no rule";
        };
    }

    private String name() {
        return topology.name().toLowerCase(Locale.ROOT);
    }

    private static FraiseqlException refused(String why) {
        return new FraiseqlException(CoreErrorCode.INVALID_CONFIGURATION, why);
    }
}
