package io.fraiseql.server.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.EventsConfig.Role;
import io.fraiseql.server.config.ObserversConfig.Topology;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.util.Locale;

/** Refuses what a server cannot be at the same time, when it starts. Immutable. */
record TopologyCheck(Topology topology, EventsConfig events) {

    /** Refuses a topology of several processes on a database of one. */
    void requireShared(Dialect dialect) {
        if (topology != Topology.EMBEDDED && dialect.capabilities().contains(Capability.EMBEDDED)) {
            throw refused("observers.topology is " + name()
                    + ", which needs a database that several processes write to, and " + dialect.name() + " is none");
        }
    }

    /** A server that answers no requests is there for something else. */
    void requireWork(boolean rules, boolean queued, boolean hasEvents) {
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
