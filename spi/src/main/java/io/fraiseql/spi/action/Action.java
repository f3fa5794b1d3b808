package io.fraiseql.spi.action;

/** What a rule does when it applies. Implemented by plugins and by the host; called from any thread, by several at once. */
public interface Action<P extends Record> {

    /**
     * Does it for one event. May block until {@link Delivery#deadlineNanos}; the thread is interrupted then. The same event may come
     * again, with the same {@link Delivery#id}, when it is not known whether it was done.
     *
     * @throws ActionFailedException when it could not be done, with what is to become of it; any other exception counts as permanent
     */
    void run(P parameters, Delivery delivery);
}
