package io.fraiseql.spi.transport;

import java.time.Duration;
import java.util.List;

/**
 * Takes events out of a transport, together with all other processes that do. Nobody is given an event while somebody has one before it of the same key.
 * Implemented by plugins; used by one thread.
 */
public interface EventReceiver extends AutoCloseable {

    /** The events that have arrived since the last time and are not known to be done. Does not wait for any. */
    List<ReceivedEvent> take();

    /** How long an event is this process's alone, from when it arrived or was extended. */
    Duration visibility();

    /** Keeps events for that long from now on; the transport has heard it when this returns. */
    void extend(List<ReceivedEvent> events);

    /** Takes events out of the transport: they are done. */
    void end(List<ReceivedEvent> events);

    /** Lets other processes have events at once. */
    void leave(List<ReceivedEvent> events);

    @Override
    void close();
}
