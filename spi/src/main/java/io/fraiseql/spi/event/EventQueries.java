package io.fraiseql.spi.event;

import io.fraiseql.spi.RequestContext;

/** Reads the event log for a caller. Implemented by the host; usable from any thread. */
public interface EventQueries {

    /**
     * Finds what is wrong with a selection, without asking the database.
     *
     * @return the selection within what the caller may see: of his organisation where he has one
     * @throws io.fraiseql.spi.error.FraiseqlException {@code BAD_USER_INPUT} for an unknown entity, {@code FORBIDDEN} for another organisation
     *     and where only trusted documents are served, {@code NOT_FOUND} when no events are noted
     */
    EventSelection check(EventSelection selection, RequestContext context);

    /**
     * Begins to read. The deadline of the context ends reading, but not that of who follows.
     *
     * @param selection as for {@link #check}
     * @return to be closed by the caller
     * @throws io.fraiseql.spi.error.FraiseqlException also {@code BAD_USER_INPUT} when events behind the position were taken away already
     */
    EventFeed open(EventSelection selection, RequestContext context);
}
