package io.fraiseql.spi.action;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;

/** What a rule does when it applies. Implemented by plugins and by the host; called from any thread, by several at once. */
public interface Action<P extends Record> {

    /**
     * Looks at what a rule says before it is followed, on the boot thread, or on the one that reads a changed schema.
     *
     * @throws IllegalArgumentException when it cannot be done with what is configured; the message says what is missing
     */
    default void check(P parameters) {}

    /**
     * What an action of this kind depends on: when that has failed several times, deliveries to it wait until it answers again. Called
     * before each try; must not block. Empty when nothing can be down, as by default. What it throws is taken for empty.
     */
    default String endpoint(P parameters, Event event) {
        return "";
    }

    /**
     * Asks what all actions of this kind depend on for a sign of life, for {@code /healthcheck}; may take a few seconds, on any thread. What it throws
     * says why none can be done now.
     *
     * @return what answers; null when there is no such thing, as by default
     */
    default @Nullable String ping() {
        return null;
    }

    /**
     * Does it for one event. May block until {@link Delivery#deadlineNanos}; the thread is interrupted then. The same event may come
     * again, with the same {@link Delivery#id}, when it is not known whether it was done.
     *
     * @throws ActionFailedException when it could not be done, with what is to become of it; any other exception counts as permanent
     */
    void run(P parameters, Delivery delivery);
}
