package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.time.Duration;
import java.util.List;

/**
 * What is to be done after which writes: an observer of the schema, of the configuration, or of whoever else makes them.
 *
 * @param entity what events call the rows
 * @param event which writes; null for all
 * @param condition what must hold of them; null for nothing
 * @param actions done one after the other, at least one
 * @param enabled whether it is used at all
 * @param timeout how long one attempt of an action may take
 * @param queueing how its deliveries become jobs; null when whoever follows the rules does them itself
 */
public record Rule(
        String name,
        String entity,
        Event.@Nullable Type event,
        @Nullable String condition,
        List<ActionCall> actions,
        Retry retry,
        OnFailure onFailure,
        boolean enabled,
        Duration timeout,
        @Nullable Queueing queueing) {

    public Rule {
        actions = List.copyOf(actions);
    }

    /**
     * An action with its parameters.
     *
     * @param type the name of the action
     * @param parameters a JSON object
     */
    public record ActionCall(String type, String parameters) {}

    /**
     * How the deliveries of a rule wait for workers.
     *
     * @param priority what has the smaller number goes first
     * @param ordered whether those of one row are done in the order in which it was written
     * @param delay how long they wait at least
     */
    public record Queueing(int priority, boolean ordered, Duration delay) {

        /** The priority of a rule that names none. */
        public static final int PRIORITY = 100;
    }

    /** What is done with a delivery that is given up. */
    public enum OnFailure {
        /** A warning in the log. */
        LOG,
        /** An error in the log and in the metrics, for somebody to be called. */
        ALERT,
        /** It is kept among the dead letters. */
        DLQ
    }
}
