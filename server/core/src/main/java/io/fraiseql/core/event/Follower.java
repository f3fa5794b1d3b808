package io.fraiseql.core.event;

import io.fraiseql.spi.event.Event;
import java.util.List;
import java.util.function.Consumer;

/** Reads the event log from where it ends when this is made, in this process and for as long as it runs. One thread. */
public final class Follower {

    private final EventReader reader;
    private final int batch;
    private final Consumer<List<Event>> consumer;
    private long position;

    /**
     * Looks where the log ends.
     *
     * @param consumer is given the events, at least one, in their order
     */
    public Follower(EventReader reader, int batch, Consumer<List<Event>> consumer) {
        this.reader = reader;
        this.batch = batch;
        this.consumer = consumer;
        this.position = reader.end();
    }

    /** Reads whatever is new. */
    void pass() {
        List<Event> events;
        do {
            events = reader.after(position, batch);
            if (!events.isEmpty()) {
                consumer.accept(events);
                position = events.get(events.size() - 1).position();
            }
        } while (events.size() == batch);
    }
}
