package io.fraiseql.core.event;

/** Reads the event log from where it ends when this is made, in this process and for as long as it runs. One thread. */
public final class Follower {

    private final EventReader reader;
    private final int batch;
    private final Audience audience;
    private long position;

    /** Who hears of the log in this process. */
    public interface Audience {

        /** Whether somebody wants the events themselves; asked before each page, because to read them costs most of what following costs. */
        boolean wantsEvents();

        /** Takes events, at least one, in their order. */
        void hear(LogPage page);

        /** Takes what there is to know of events, at least one, that nobody wants. */
        void hear(LogChanges changes);
    }

    /** Looks where the log ends. */
    public Follower(EventReader reader, int batch, Audience audience) {
        this.reader = reader;
        this.batch = batch;
        this.audience = audience;
        this.position = reader.end();
    }

    /**
     * Reads whatever is new.
     *
     * @param placed what this process has just given positions, behind which there is nothing yet; need not be read when nobody wants the events
     */
    public void pass(LogChanges placed) {
        if (placed.size() > 0 && placed.start() == position && !audience.wantsEvents()) {
            hear(placed);
        } else {
            pass();
        }
    }

    /** Reads whatever is new. */
    public void pass() {
        int size;
        do {
            size = audience.wantsEvents() ? events() : changes();
        } while (size == batch);
    }

    private int events() {
        LogPage page = reader.after(position, batch);
        if (page.size() > 0) {
            audience.hear(page);
            position = page.end();
        }
        return page.size();
    }

    private int changes() {
        LogChanges changes = reader.changes(position, batch);
        if (changes.size() > 0) {
            hear(changes);
        }
        return changes.size();
    }

    private void hear(LogChanges changes) {
        audience.hear(changes);
        position = changes.end();
    }
}
