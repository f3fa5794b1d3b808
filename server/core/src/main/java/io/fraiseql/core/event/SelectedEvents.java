package io.fraiseql.core.event;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventPage;
import io.fraiseql.spi.event.EventSelection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Chosen events of the log. Reads up to an end that is known to be committed, so that a part without chosen events is passed for good; who follows
 * waits until this process hears of more, and takes that from {@link RecentEvents}.
 */
public final class SelectedEvents implements EventFeed {

    private static final int PAGE = 1_000;
    /** What one statement may look through for events that are chosen. */
    private static final long WINDOW = 50_000;

    private final EventReader reader;
    private final RecentEvents recent;
    private final EventSelection selection;
    private final Admission admission;
    private final long end;
    private long position;
    private long left;
    private volatile boolean cancelled;
    private boolean follows;

    /** Lets a page be read from the database. */
    public interface Admission {

        /** @throws FraiseqlException when it may not be read now */
        LogPage read(Supplier<LogPage> page);
    }

    /**
     * Looks where the log begins and ends.
     *
     * @throws FraiseqlException {@code POSITION_OUT_OF_RANGE} when events behind the position were taken away
     */
    public SelectedEvents(EventReader reader, RecentEvents recent, EventSelection selection, Admission admission) {
        this.reader = reader;
        this.recent = recent;
        this.selection = selection;
        this.admission = admission;
        this.end = reader.end();
        this.left = selection.limit() == null ? Long.MAX_VALUE : selection.limit();
        Long first = reader.first();
        long before = first == null ? end : first - 1;
        Long after = selection.after();
        this.position = after == null ? before : after;
        if (after != null && after > 0 && after < before) {
            throw new FraiseqlException(
                    CoreErrorCode.POSITION_OUT_OF_RANGE,
                    "the events up to position " + before + " were taken away (events.retention), so that those behind "
                            + after + " are not all there; read the rows anew and begin after " + before);
        }
        if (selection.follow()) {
            follows = true;
            recent.follow();
        }
    }

    @Override
    public @Nullable EventPage next() {
        while (!cancelled && left > 0) {
            long known = selection.follow() ? recent.end() : end;
            if (position < known) {
                EventPage page = chosen(read(known));
                if (page != null) {
                    return page;
                }
            } else if (selection.follow()) {
                await();
            } else {
                return null;
            }
        }
        return null;
    }

    /** Up to which position everything that is chosen was given. */
    public long position() {
        return position;
    }

    private LogPage read(long known) {
        LogPage heard = selection.follow() ? recent.after(position, PAGE) : null;
        if (heard != null) {
            return heard;
        }
        long upTo = Math.min(position + WINDOW, known);
        LogPage page = admission.read(() -> reader.chosen(selection, position, upTo, PAGE));
        return page.size() == PAGE ? page : new LogPage(page.events(), page.unreadable(), upTo);
    }

    /** Takes what is chosen of a page and moves on; null when that is nothing. */
    private @Nullable EventPage chosen(LogPage page) {
        UnreadableEvent unreadable = unreadable(page);
        long stop = unreadable == null ? page.end() : unreadable.position() - 1;
        List<Event> events = page.events().stream()
                .filter(event -> event.position() <= stop && selection.takes(event))
                .limit(left)
                .toList();
        if (events.isEmpty() && unreadable != null) {
            throw new FraiseqlException(
                    DatabaseErrorCode.VALUE_NOT_READABLE,
                    unreadable.problem() + ", or begin after " + unreadable.position());
        }
        left -= events.size();
        position = left == 0 ? events.get(events.size() - 1).position() : stop;
        return events.isEmpty() ? null : new EventPage(events, position);
    }

    /** The first event that may be chosen, if one could read it. */
    private @Nullable UnreadableEvent unreadable(LogPage page) {
        String entity = selection.entityType();
        return page.unreadable().stream()
                .filter(event -> entity == null || event.mayBe(entity, selection.eventType()))
                .findFirst()
                .orElse(null);
    }

    private void await() {
        try {
            recent.await(position, () -> cancelled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelled = true;
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        recent.wake();
    }

    @Override
    public void close() {
        cancelled = true;
        if (follows) {
            follows = false;
            recent.unfollow();
        }
    }
}
