package io.fraiseql.spi.transport;

import java.util.List;

/** Puts events into a transport. Implemented by plugins; used by one thread. */
public interface EventSender {

    /**
     * Begins, also anew after {@link #send} has failed.
     *
     * @return {@link SentEvent#position} of the last event that the transport has; 0 when it has none
     */
    long begin();

    /** The most bytes of UTF-8 that the content of an event may have, after {@link #begin}. */
    int largest();

    /**
     * Sends events and returns when the transport has all of them, in this order and right behind what it had. When it fails it may have taken the first
     * ones; it takes none when another process has sent something since {@link #begin}.
     */
    void send(List<SentEvent> events);
}
