package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The {@code events} section. */
public record EventsConfig(
        @Help("The table in which mutations note what they wrote") @Default("{}")
        Outbox outbox,

        @Help("How the events are put in the order in which they are read") @Default("{}")
        Log log,

        @Default("[api, events, workers]")
        @Help(
                "What this server does: 'api' answers requests, 'events' gives positions and follows the rules, 'workers' does jobs")
        List<Role> roles,

        @Default("7d") @Help("How long events are kept; those that a consumer has not read are kept until it has")
        Duration retention) {

    public EventsConfig {
        roles = List.copyOf(roles);
        requirePositive("retention", retention);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles names nothing to do; write some of api, events, workers");
        }
        for (Role role : Role.values()) {
            if (roles.indexOf(role) != roles.lastIndexOf(role)) {
                throw new IllegalArgumentException("roles names " + name(role) + " more than once");
            }
        }
    }

    /** Whether this server does that. */
    public boolean does(Role role) {
        return roles.contains(role);
    }

    /** What a server can do. */
    public enum Role {
        /** It answers requests. */
        API,
        /** It gives events their positions and follows the rules, or waits to do so. */
        EVENTS,
        /** It does jobs. */
        WORKERS
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(key + " must be more than nothing");
        }
    }

    /** The {@code events.log} section. */
    public record Log(
            @Default("1000") @Help("Events that one transaction gives their positions in the log")
            int batchSize,

            @Default("1s") @Help("How long to wait for events when nobody says that there are some")
            Duration pollInterval,

            @Default("10s")
            @Help("How long the server that gives the positions may be silent before another one takes its place")
            Duration lease,

            @Default("database")
            @Help(
                    "What says which server that is: 'database', or 'state' for the store of state.store; the same for all servers")
            LeaseStore leaseStore) {

        private static final int MOST = 10_000;
        private static final int LOOKS = 3;

        public Log {
            if (batchSize < 1 || batchSize > MOST) {
                throw new IllegalArgumentException("batchSize must be from 1 to " + MOST);
            }
            requirePositive("pollInterval", pollInterval);
            if (lease.compareTo(pollInterval.multipliedBy(LOOKS)) < 0) {
                throw new IllegalArgumentException("lease must be at least " + LOOKS + " times pollInterval");
            }
        }
    }

    /** The {@code events.outbox} section. */
    public record Outbox(
            @Default("true")
            @Help("Whether every mutation appends its events to the table fraiseql_event, in its own transaction")
            boolean enabled,

            @Default("embedded")
            @Help(
                    "When the server makes its own tables by itself as it starts: 'embedded' in a database file of its own, "
                            + "'always', or 'never'; otherwise 'db migrate' does")
            Migrate migrate) {}

    /** What says which server gives the positions and follows the rules. */
    public enum LeaseStore {
        /** The rows of the cursors themselves. */
        DATABASE,
        /** What servers know together. */
        STATE
    }

    /** When the server's own tables are made without {@code db migrate}. */
    public enum Migrate {
        EMBEDDED,
        ALWAYS,
        NEVER
    }
}
