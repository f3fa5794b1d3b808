package io.fraiseql.core.live;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.UnreadableEvent;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.event.EventPage;
import io.fraiseql.spi.event.EventSelection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client's place in the log: up to where it has what is chosen. One thread at a time gives it events; {@link #close} and {@link #resume} are for any. */
public final class LiveSubscription implements AutoCloseable {

    private final LiveQuery query;
    private final Subscriber subscriber;
    private final LiveEvents events;
    private final AtomicBoolean paused = new AtomicBoolean();
    private volatile boolean resumed;
    private volatile boolean closed;
    private volatile long position;

    LiveSubscription(LiveQuery query, Subscriber subscriber, LiveEvents events, long position) {
        this.query = query;
        this.subscriber = subscriber;
        this.events = events;
        this.position = position;
    }

    String entity() {
        return query.entity();
    }

    long position() {
        return position;
    }

    void passed(long newPosition) {
        position = Math.max(position, newPosition);
    }

    boolean closed() {
        return closed;
    }

    /** What is left to be read of the log as it is now. */
    EventSelection rest() {
        return new EventSelection(
                query.entity(), query.event(), query.organisation(), null, null, position, null, false);
    }

    /**
     * Gives what a page has for the client behind its place, and moves the place to the end of the page.
     *
     * @param page events of the page, in their order
     */
    void give(List<LiveEvent> page, List<UnreadableEvent> unreadable, long end) {
        UnreadableEvent broken = unreadable(unreadable);
        for (LiveEvent event : page) {
            if (closed || broken != null && broken.position() < event.event().position()) {
                break;
            }
            give(event);
        }
        passed(end);
        if (broken != null) {
            fail(new FraiseqlException(
                    DatabaseErrorCode.VALUE_NOT_READABLE, broken.problem() + ", or begin after " + broken.position()));
        }
    }

    /**
     * Gives what a page has for the client behind its place, as long as the client has room for more.
     *
     * @return whether all of it was given
     */
    boolean fill(EventPage page) {
        resumed = false;
        for (Event event : page.events()) {
            if (!closed && !give(new LiveEvent(event))) {
                return false;
            }
        }
        passed(page.position());
        return true;
    }

    private boolean give(LiveEvent live) {
        Event event = live.event();
        if (event.position() <= position || !chosen(event)) {
            return true;
        }
        byte[] answer = query.answer(live);
        passed(event.position());
        return answer == null || subscriber.next(answer, event.position());
    }

    private boolean chosen(Event event) {
        return event.entityType().equals(query.entity())
                && (query.event() == null || query.event() == event.type())
                && (query.organisation() == null || query.organisation().equals(event.orgId()));
    }

    private @Nullable UnreadableEvent unreadable(List<UnreadableEvent> page) {
        return page.stream()
                .filter(event -> event.position() > position && event.mayBe(query.entity(), query.event()))
                .findFirst()
                .orElse(null);
    }

    /** Waits for {@link #resume}; returns false when that has come already. */
    boolean pause() {
        paused.set(true);
        return !(resumed && paused.compareAndSet(true, false));
    }

    /** Says that the client has room again. Never waits. */
    public void resume() {
        resumed = true;
        if (paused.compareAndSet(true, false)) {
            events.catchUp(this);
        }
    }

    /** Ends it with a reason. */
    void fail(FraiseqlException why) {
        if (end()) {
            subscriber.ended(why);
        }
    }

    /** Ends it, because the client wants no more. */
    @Override
    public void close() {
        end();
    }

    private synchronized boolean end() {
        boolean first = !closed;
        closed = true;
        events.forget(this);
        return first;
    }

    static FraiseqlException stopping() {
        return new FraiseqlException(CoreErrorCode.UNAVAILABLE, "The server is stopping; subscribe again");
    }

    /** Gives the part of the log that this process has heard. */
    void give(LogPage page) {
        give(page.events().stream().map(LiveEvent::new).toList(), page.unreadable(), page.end());
    }
}
