package io.fraiseql.core.event;

import java.util.function.Consumer;

/** Reads the event log from where it ends when this is made, in this process and for as long as it runs. One thread. */
public final class Follower {

    private final EventReader reader;
    private final int batch;
    private final Consumer<LogPage> consumer;
    private long position;

    /**
     * Looks where the log ends.
     *
     * @param consumer is given the events, at least one, in their order
     */
    public Follower(EventReader reader, int batch, Consumer<LogPage> consumer) {
        this.reader = reader;
        this.batch = batch;
        this.consumer = consumer;
        this.position = reader.end();
    }

    /** Reads whatever is new. */
    void pass() {
        LogPage page;
        do {
            page = reader.after(position, batch);
            if (page.size() > 0) {
                consumer.accept(page);
                position = page.end();
            }
        } while (page.size() == batch);
    }
}
