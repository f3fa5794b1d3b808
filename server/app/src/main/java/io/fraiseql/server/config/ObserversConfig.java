package io.fraiseql.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.server.action.ActionsConfig;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/** The {@code observers} section. */
public record ObserversConfig(
        @Default("true") @Help("Whether this server may follow the rules; they are checked in any case")
        boolean enabled,

        @Default("embedded")
        @Help(
                "Who follows the rules: 'embedded', one server at a time, from the database, or 'redis', which also has jobs and shared state in Redis; with 'bridge' this server puts the events into the transport instead, with 'workers' it follows the rules from there")
        Topology topology,

        @Nullable @Help("The transport of 'bridge' and 'workers', which a plugin offers")
        String transport,

        @Default("8") @Help("Actions of one rule at once; rules do not wait for each other")
        int concurrency,

        @Default("10000") @Help("Deliveries of one rule that are held in memory; more of them wait in the database")
        int buffer,

        @Default("{}") @Help("What the actions need to know")
        ActionsConfig actions,

        @Default("{}") @Help("Servers that fail are left alone for a while")
        CircuitConfig circuit,

        @Default("{}") @Help("What is done is not done again, with a state store")
        DedupConfig dedup,

        @Default("{}")
        @Help("Bounds for types of actions, such as {webhook: {concurrency: 4, perSecond: 10}}; what is above waits")
        Map<String, LimitConfig> limits,

        @Default("[]") @Help("Rules besides those of the schema, in the same form")
        List<JsonNode> rules,

        @Default("[]")
        @Help(
                "What is done at times: rules with a 'cron' expression and a 'zone' in place of entity, event and condition")
        List<JsonNode> schedules) {

    private static final int MOST_AT_ONCE = 256;
    private static final int SMALLEST_BUFFER = 2;
    private static final int LARGEST_BUFFER = 1_000_000;

    public ObserversConfig {
        if (!topology.carries() && transport != null) {
            throw new IllegalArgumentException(
                    "transport is used with the topologies bridge and workers only; set topology, or remove it");
        }
        if (topology.carries() && transport == null) {
            throw new IllegalArgumentException(
                    "transport must name what carries the events, such as jetstream, for this topology");
        }
        requireBetween("concurrency", concurrency, 1, MOST_AT_ONCE);
        requireBetween("buffer", buffer, SMALLEST_BUFFER, LARGEST_BUFFER);
    }

    /** Where events go to have rules followed. */
    public enum Topology {
        /** Rules are followed from the log of the database. */
        EMBEDDED,
        /** The same, with jobs and what servers know together in Redis. */
        REDIS,
        /** The log is put into a transport. */
        BRIDGE,
        /** Rules are followed from a transport. */
        WORKERS;

        /** Whether events go over a transport. */
        public boolean carries() {
            return this == BRIDGE || this == WORKERS;
        }
    }

    private static void requireBetween(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most);
        }
    }
}
