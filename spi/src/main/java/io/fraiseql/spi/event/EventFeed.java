package io.fraiseql.spi.event;

import io.fraiseql.spi.Nullable;

/** Chosen events of the log, from one position on. Implemented by the host; used by one thread, except {@link #cancel}. */
public interface EventFeed extends AutoCloseable {

    /**
     * The next events. Who follows waits here, without a database connection, until there are some.
     *
     * @return null at the end of what was chosen, and after {@link #cancel}
     * @throws io.fraiseql.spi.error.FraiseqlException when the log cannot be read, and {@code VALUE_NOT_READABLE} for an event whose row somebody
     *     made unreadable, after the events before it were given
     */
    @Nullable
    EventPage next();

    /** Ends waiting. Callable from any thread; never waits. */
    void cancel();

    @Override
    void close();
}
