package io.fraiseql.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.server.action.ActionsConfig;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.util.List;
import java.util.Map;

/** The {@code observers} section. */
public record ObserversConfig(
        @Default("true") @Help("Whether this server may follow the rules; they are checked in any case")
        boolean enabled,

        @Default("8") @Help("Actions of one rule at once; rules do not wait for each other")
        int concurrency,

        @Default("10000") @Help("Deliveries of one rule that are held in memory; more of them wait in the database")
        int buffer,

        @Default("{}") @Help("What the actions need to know")
        ActionsConfig actions,

        @Default("{}") @Help("Servers that fail are left alone for a while")
        CircuitConfig circuit,

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
        requireBetween("concurrency", concurrency, 1, MOST_AT_ONCE);
        requireBetween("buffer", buffer, SMALLEST_BUFFER, LARGEST_BUFFER);
    }

    private static void requireBetween(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most);
        }
    }
}
