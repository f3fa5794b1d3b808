package io.fraiseql.core.observer;

import io.fraiseql.spi.Nullable;
import java.util.List;

/** Is told what happens, to count it. Called from several threads; must not block. */
public interface ObserverListener {

    /** Why something was not done. */
    enum Failure {
        /** The event lacks what the condition asks for. */
        CONDITION,
        /** The event cannot be read. */
        UNREADABLE,
        /** It will fail again in the same way. */
        PERMANENT,
        /** It may succeed later. */
        TEMPORARY,
        /** It took too long. */
        TIMEOUT
    }

    /** Why something is not tried yet. */
    enum Deferral {
        /** Its endpoint is left alone. */
        CIRCUIT,
        /** There were as many in this time as there may be. */
        RATE,
        /** As many run as may. */
        CONCURRENCY
    }

    /** What is known of an action before it is tried. */
    enum Repeat {
        /** It is done. */
        DONE,
        /** Somebody may be at it. */
        HELD,
        /** Nothing, because the state store could not be asked. */
        UNKNOWN
    }

    /** These rules are followed from now on, in place of those before. Told before anything becomes of them. */
    default void follows(List<ActiveRule> rules) {}

    /** Rules were looked up for some events. */
    void processed(int events);

    /** An event, or a delivery of it, was given up. */
    void failed(Failure failure);

    /** An action was tried; {@code failure} is null when it was done. */
    void acted(String action, long nanos, @Nullable Failure failure);

    /** Somebody wants to be called because of a rule. */
    void alerted(String rule);

    /** A delivery waits, without a try being counted. */
    void deferred(String action, Deferral reason);

    /** An action is not tried, because this is known; or it is, although nothing is. */
    void repeated(Repeat repeat);

    /** An endpoint is left alone from now on, or no longer. */
    void circuit(String action, boolean open);
}
