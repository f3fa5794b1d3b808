package io.fraiseql.core.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads the event log by position, from memory what another reader of this process has just read. Thread-safe. */
public final class RecentPages {

    private static final int MOST = 4;

    private final EventReader reader;
    private final Deque<LogPage> pages = new ArrayDeque<>();

    public RecentPages(EventReader reader) {
        this.reader = reader;
    }

    /** Keeps a page for a while. */
    public synchronized void add(LogPage page) {
        if (pages.size() == MOST) {
            pages.remove();
        }
        pages.add(page);
    }

    /**
     * Events right behind a position, as {@link EventReader#after}; maybe not all, where the rest is on its way through {@link #add}.
     *
     * @param limit how many at most
     */
    public LogPage after(long position, int limit) {
        Optional<LogPage> kept = kept(position);
        return kept.isPresent() ? kept.get().after(position, limit) : reader.after(position, limit);
    }

    private synchronized Optional<LogPage> kept(long position) {
        return pages.stream()
                .filter(page -> page.start() <= position && position < page.end())
                .findFirst();
    }
}
