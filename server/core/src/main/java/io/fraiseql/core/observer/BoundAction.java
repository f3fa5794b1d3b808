package io.fraiseql.core.observer;

import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.event.Event;

/**
 * An action with the parameters of a rule, ready to be done.
 *
 * @param repeatable whether doing it twice does no harm
 */
public record BoundAction(String type, boolean repeatable, Target target, Work work) {

    /** Says what the action depends on. */
    public interface Target {

        /** As {@link io.fraiseql.spi.action.Action#endpoint}. */
        String of(Event event);
    }

    /** Does it. */
    public interface Work {

        /** As {@link io.fraiseql.spi.action.Action#run}. */
        void run(Delivery delivery);
    }
}
