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
        Duration timeout) {

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
