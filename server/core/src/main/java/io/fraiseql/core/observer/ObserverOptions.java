package io.fraiseql.core.observer;

import io.fraiseql.spi.Nullable;
import java.time.Duration;
import java.util.Map;

/**
 * How rules are followed.
 *
 * @param concurrency actions of one rule at once
 * @param buffer deliveries of one rule that are held in memory; the others wait in the database
 * @param batch events that are looked at together
 * @param poll how long to wait when nobody says that there are events
 * @param lease how long the process that follows the rules may be silent before another one takes its place
 * @param limits what is bounded of all rules together, by types of actions
 * @param breaker when endpoints are left alone; null for never
 * @param shared what processes know together; null when each goes by itself
 */
public record ObserverOptions(
        int concurrency,
        int buffer,
        int batch,
        Duration poll,
        Duration lease,
        Map<String, Limit> limits,
        @Nullable Breaker breaker,
        @Nullable Shared shared) {

    public ObserverOptions {
        limits = Map.copyOf(limits);
    }

    /**
     * Bounds of one type of action.
     *
     * @param concurrency at once; null for as many as the rules start
     * @param perSecond tries in a second on average, after one second's worth at once; null for as many as there are
     */
    public record Limit(
            @Nullable Integer concurrency, @Nullable Double perSecond) {}

    /**
     * An endpoint is left alone when it does not do what it is asked.
     *
     * @param failures tries in a row that failed for now, or took too long
     * @param openFor how long nothing is sent then; after that one try shows whether it is back
     */
    public record Breaker(int failures, Duration openFor) {}

    /**
     * What processes know together.
     *
     * @param window how long it is known that an action was done, so that it is not done again; null for not at all
     */
    public record Shared(SharedState state, @Nullable Duration window) {}
}
