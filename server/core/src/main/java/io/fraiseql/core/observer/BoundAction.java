package io.fraiseql.core.observer;

import io.fraiseql.spi.action.Delivery;

/**
 * An action with the parameters of a rule, ready to be done.
 *
 * @param repeatable whether doing it twice does no harm
 */
public record BoundAction(String type, boolean repeatable, Work work) {

    /** Does it. */
    public interface Work {

        /** As {@link io.fraiseql.spi.action.Action#run}. */
        void run(Delivery delivery);
    }
}
