package io.fraiseql.core.observer;

import java.time.Duration;
import java.util.Set;

/**
 * How jobs are done.
 *
 * @param workers actions at once
 * @param batch jobs of a type that is done in no time that are claimed at once
 * @param visibility how long a process may be silent before others do its jobs
 * @param poll how long to wait when nobody says that there are jobs
 * @param direct whether there are jobs of rules that are not queued too
 * @param types of actions that rules may name, now or before they were edited
 * @param observers bounds and breaker
 */
public record JobOptions(
        int workers,
        int batch,
        Duration visibility,
        Duration poll,
        boolean direct,
        Set<String> types,
        ObserverOptions observers) {

    public JobOptions {
        types = Set.copyOf(types);
    }
}
