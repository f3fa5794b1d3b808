package io.fraiseql.core.observer;

import java.util.function.Supplier;

/** Stands in front of every try of an action. Called from several threads. */
interface Guard {

    /** Lets everything be tried. */
    Guard NONE = (delivery, attempt) -> attempt.get();

    /** Tries the next action of a delivery, or says why not. */
    Outcome around(PendingDelivery delivery, Supplier<Outcome> attempt);
}
