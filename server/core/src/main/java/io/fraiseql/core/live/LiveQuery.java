package io.fraiseql.core.live;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;

/** The subscription of one client: which events it is about, and what is answered to each. Thread-safe. */
public interface LiveQuery {

    /** What the events call the rows. */
    String entity();

    /** Which writes; null for all. */
    Event.@Nullable Type event();

    /** The organisation whose events the client may see; null for all. */
    @Nullable
    String organisation();

    /** The position behind which it begins; null for what is written from now on. */
    @Nullable
    Long after();

    /**
     * The answer to an event of that entity, kind and organisation: a whole GraphQL response. Whatever goes wrong with one event is said in its answer.
     *
     * @return null when the client's filter does not choose the event
     */
    byte @Nullable [] answer(LiveEvent event);
}
