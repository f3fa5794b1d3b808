package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.UnreadableEvent;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The deliveries that were given up, for whoever looks after them; whichever process follows the rules sees what is done here. Thread-safe. */
public final class DeadLetters {

    private static final int PAGE = 500;

    private final DeliveryStore store;
    private final EventReader log;
    private final Supplier<EntityRows> rows;
    private final Clock clock;

    /**
     * @param log where events are read that could not be when they were given up
     * @param rows what rows of entities are like; asked when an event was edited
     */
    public DeadLetters(DeliveryStore store, EventReader log, Supplier<EntityRows> rows, Clock clock) {
        this.store = store;
        this.log = log;
        this.rows = rows;
        this.clock = clock;
    }

    /** The first ones in the order of their events. */
    public List<DeliveryRow> list(LetterFilter filter, int limit) {
        List<DeliveryRow> found = new ArrayList<>();
        each(filter, page -> {
            int room = limit - found.size();
            found.addAll(page.subList(0, Math.min(room, page.size())));
            return found.size() < limit;
        });
        return found;
    }

    /** One; null when there is none. */
    public @Nullable DeliveryRow find(long position, String rule) {
        DeliveryRow row = store.find(position, rule);
        return row != null && row.state() == State.DEAD ? row : null;
    }

    /** How many each rule has. */
    public Map<String, Integer> stats() {
        Map<String, Integer> counts = new TreeMap<>();
        each(LetterFilter.ALL, page -> {
            page.forEach(row -> counts.merge(row.rule(), 1, Integer::sum));
            return true;
        });
        return counts;
    }

    /**
     * Has one tried again from the action that failed, as often as the rule says.
     *
     * @throws FraiseqlException {@code VALUE_NOT_READABLE} when its event still cannot be read
     */
    public void retry(DeliveryRow row) {
        String event = event(row);
        if (event == null) {
            throw new FraiseqlException(
                    DatabaseErrorCode.VALUE_NOT_READABLE,
                    "the event at position " + row.position()
                            + " still cannot be read: correct its row in fraiseql_event, or remove the dead letter");
        }
        replay(List.of(again(row, event)));
    }

    /**
     * Has one tried again with other values in its event.
     *
     * @param edited the event as {@link EventJson} writes it
     * @param by who changed it, which becomes part of its history
     * @throws FraiseqlException {@code BAD_USER_INPUT} when something else than its rows is another, or they do not fit their entity
     */
    public void retry(DeliveryRow row, String edited, String by) {
        String event = EditedEvent.of(row.event(), edited, rows.get());
        replay(List.of(again(row, event, History.EDIT, "the event was edited by " + by)));
    }

    /** Has all that are meant tried again, but those whose events still cannot be read; returns how many. */
    public int retryAll(LetterFilter filter) {
        int[] count = new int[1];
        each(filter, page -> {
            List<DeliveryRow> again = new ArrayList<>();
            page.forEach(row -> {
                String event = event(row);
                if (event != null) {
                    again.add(again(row, event));
                }
            });
            replay(again);
            count[0] += again.size();
            return true;
        });
        return count[0];
    }

    private void replay(List<DeliveryRow> rows) {
        store.transaction(session -> store.update(session, rows));
    }

    private DeliveryRow again(DeliveryRow row, String event) {
        return again(row, event, History.RETRY, "it is tried again");
    }

    /** It says in its history that it is tried again, and by that is another one for whoever remembers what was done. */
    private DeliveryRow again(DeliveryRow row, String event, String why, String text) {
        Instant now = clock.instant();
        String history = History.with(row.history(), now, why, 0, text);
        return new DeliveryRow(row.position(), row.rule(), State.REPLAY, row.done(), 0, now, history, event);
    }

    /** The event as it was kept, or as it is now when it could not be read then; null when it still cannot. */
    private @Nullable String event(DeliveryRow row) {
        if (!UnreadableEvent.isKept(row.event())) {
            return row.event();
        }
        return log.after(row.position() - 1, 1).events().stream()
                .filter(event -> event.position() == row.position())
                .map(EventJson::write)
                .findFirst()
                .orElse(null);
    }

    /** Takes them away for good. */
    public void remove(List<DeliveryRow> rows) {
        store.transaction(session -> store.delete(session, rows));
    }

    /** Takes all that are meant away for good; returns how many. */
    public int removeAll(LetterFilter filter) {
        int[] count = new int[1];
        each(filter, page -> {
            remove(page);
            count[0] += page.size();
            return true;
        });
        return count[0];
    }

    /** Gives them in pages, until there are no more or none is wanted. */
    public void each(LetterFilter filter, PageReader reader) {
        long after = 0;
        List<DeliveryRow> rows;
        do {
            rows = store.wholeEvents(State.DEAD, after, PAGE);
            after = rows.isEmpty() ? after : rows.get(rows.size() - 1).position();
            List<DeliveryRow> wanted = rows.stream().filter(filter::admits).toList();
            if (!wanted.isEmpty() && !reader.read(wanted)) {
                return;
            }
        } while (!rows.isEmpty());
    }

    /** Is given the letters, some at a time. */
    public interface PageReader {
        /** Returns whether it wants more. */
        boolean read(List<DeliveryRow> page);
    }
}
