package io.fraiseql.core.event;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cursor of another topology, in which other servers on the same database would do the same once more. Whoever follows the rules here waits while its
 * owner lives. One thread.
 */
public final class RivalCursor {

    private static final Logger LOG = LoggerFactory.getLogger(RivalCursor.class);

    private final EventStore store;
    private final String name;
    private final CursorWatch watch;
    private final LongSupplier nanoClock;
    private boolean told;

    /**
     * A cursor that this process never owns.
     *
     * @param lease how long its owner may be silent
     * @param nanoClock as {@link System#nanoTime}
     */
    public RivalCursor(EventStore store, String name, Duration lease, LongSupplier nanoClock) {
        this.store = store;
        this.name = name;
        this.watch = new CursorWatch(lease.toNanos());
        this.nanoClock = nanoClock;
    }

    /** Whether another server moves it; the log says so once. */
    public boolean isMoved() {
        CursorState state = store.cursor(name);
        boolean moved = state != null && !watch.isFree(state, nanoClock.getAsLong());
        if (moved && !told) {
            LOG.warn(
                    "another server on this database has the cursor '{}', which is that of another observers.topology:"
                            + " this one does nothing for the rules until that has stopped",
                    name);
        }
        told = moved;
        return moved;
    }
}
