package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The end of the log as this process has heard it, with the last events: those who follow wait here, and read what is new once for all of them. How
 * many are kept is bounded; who has fallen behind reads from the database. Thread-safe.
 */
public final class RecentEvents {

    private static final int MOST_EVENTS = 2_000;
    private static final long MOST_CHARACTERS = 2 << 20;

    private final Deque<Kept> pages = new ArrayDeque<>();
    private int events;
    private long characters;
    private long end;
    private int followers;

    /** A page of the log behind a position. */
    private record Kept(long start, LogPage page, long characters) {}

    /** @param end the last position that was given */
    public RecentEvents(long end) {
        this.end = end;
    }

    /** The last position that is heard of; everything up to it is committed. */
    public synchronized long end() {
        return end;
    }

    /** Adds what follows {@link #end}; a page that is heard again is of no harm, and what comes before one that was missed is forgotten. */
    public synchronized void add(LogPage heard) {
        if (heard.end() <= end) {
            return;
        }
        LogPage page = heard.behind(end);
        if (page.start() > end) {
            forget();
        }
        Kept kept = new Kept(page.start(), page, characters(page));
        pages.addLast(kept);
        events += page.size();
        characters += kept.characters();
        end = page.end();
        while (!pages.isEmpty() && (events > MOST_EVENTS || characters > MOST_CHARACTERS)) {
            Kept oldest = pages.removeFirst();
            events -= oldest.page().size();
            characters -= oldest.characters();
        }
        notifyAll();
    }

    /** Notes that the log goes on to a position, with events that nobody wants to be kept. */
    public synchronized void pass(long newEnd) {
        if (newEnd > end) {
            forget();
            end = newEnd;
            notifyAll();
        }
    }

    /** Forgets what was heard behind a position: a database that lost what it had committed gives positions anew. */
    public synchronized void restart(long position) {
        forget();
        end = position;
    }

    private void forget() {
        pages.clear();
        events = 0;
        characters = 0;
    }

    /** Somebody wants what is new to be kept here, until {@link #unfollow}. */
    public synchronized void follow() {
        followers++;
    }

    /** Somebody who wanted it wants it no more. */
    public synchronized void unfollow() {
        followers--;
    }

    /** Whether somebody wants what is new to be kept here. */
    public synchronized boolean followed() {
        return followers > 0;
    }

    /**
     * What follows a position right behind it.
     *
     * @param limit how many at most
     * @return null when that is not kept, or there is nothing
     */
    public synchronized @Nullable LogPage after(long position, int limit) {
        if (position >= end || pages.isEmpty() || position < pages.getFirst().start()) {
            return null;
        }
        List<Event> found = new ArrayList<>();
        List<UnreadableEvent> unreadable = new ArrayList<>();
        long last = Math.min(end, position + limit);
        for (Kept kept : pages) {
            if (kept.page().end() > position && kept.start() < last) {
                LogPage page = kept.page().between(position, last);
                found.addAll(page.events());
                unreadable.addAll(page.unreadable());
            }
        }
        return new LogPage(found, unreadable, last);
    }

    /** Waits until the end is behind a position, or who waits was cancelled, which {@link #wake} lets him see. */
    public synchronized void await(long position, BooleanSupplier cancelled) throws InterruptedException {
        while (end <= position && !cancelled.getAsBoolean()) {
            wait();
        }
    }

    /** Lets those who wait see that they were cancelled. */
    public synchronized void wake() {
        notifyAll();
    }

    private static long characters(LogPage page) {
        long sum = 0;
        for (Event event : page.events()) {
            sum += length(event.data())
                    + length(event.before())
                    + event.entityId().length();
        }
        return sum;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
