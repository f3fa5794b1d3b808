package io.fraiseql.core.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.RecentEvents;
import io.fraiseql.core.event.UnreadableEvent;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.transport.EventSender;
import io.fraiseql.spi.transport.SentEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the log while this process owns the cursor of the bridge. Where to go on is what the transport says that it has; the cursor, which is moved behind
 * it, keeps the log from shrinking. One thread, unless said.
 */
final class BridgedLog {

    private static final int REPLAYS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BridgedLog.class);

    private final EventReader reader;
    private final RecentEvents recent;
    private final DeliveryStore deliveries;
    private final LeasedCursor cursor;
    private final EventSender sender;
    private final ObserverOptions options;
    private final Settlement settlement;
    private boolean begun;
    private long sent;
    private long replayed = System.nanoTime();

    BridgedLog(
            EventReader reader,
            DeliveryStore deliveries,
            LeasedCursor cursor,
            EventSender sender,
            ObserverOptions options,
            Settlement settlement) {
        this.reader = reader;
        this.recent = new RecentEvents(reader.end());
        this.deliveries = deliveries;
        this.cursor = cursor;
        this.sender = sender;
        this.options = options;
        this.settlement = settlement;
    }

    /** Events that need not be read once more. Any thread. */
    void heard(LogPage page) {
        recent.add(page);
    }

    /** Asks the transport again what it has, before the next step. */
    void forget() {
        begun = false;
    }

    /**
     * One step; this process must own the cursor.
     *
     * @return whether there may be more to do at once
     */
    boolean step(List<ActiveRule> rules) {
        try {
            begin();
            replay();
            LogPage kept = recent.after(sent, options.batch());
            LogPage page = kept == null ? reader.after(sent, options.batch()) : kept;
            List<UnreadableEvent> refused = new ArrayList<>(page.unreadable());
            sender.send(messages(page.events(), refused));
            moveTo(page.end(), letters(rules, refused));
            return page.size() == options.batch();
        } catch (RuntimeException e) {
            begun = false;
            throw e;
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        long had = sender.begin();
        long end = reader.end();
        if (had > end) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "the transport has events up to position " + had + ", and the log of this database ends at " + end
                            + ": it is that of another database, so name another one");
        }
        sent = Math.max(cursor.position(), had);
        if (had > 0) {
            sendLost(had);
        }
        resend();
        begun = true;
    }

    /** What the transport said that it had and has no more, as when its machine lost power. What it would not take was told of before. */
    private void sendLost(long had) {
        long at = had;
        while (at < sent) {
            LogPage page = reader.after(at, options.batch());
            List<Event> lost = page.events().stream()
                    .filter(event -> event.position() <= sent)
                    .toList();
            List<SentEvent> messages = messages(lost, new ArrayList<>());
            if (!messages.isEmpty()) {
                LOG.warn(
                        "the transport has lost events behind position {}; {} of them are sent again",
                        at,
                        messages.size());
                sender.send(messages);
            }
            at = page.size() == 0 ? sent : page.end();
        }
    }

    /** What was sent for one rule may not have arrived; whoever gets it twice sees that it is done. */
    private void resend() {
        long after = 0;
        List<DeliveryRow> rows = deliveries.wholeEvents(State.WAITING, after, REPLAYS);
        while (!rows.isEmpty()) {
            send(rows);
            after = rows.get(rows.size() - 1).position();
            rows = deliveries.wholeEvents(State.WAITING, after, REPLAYS);
        }
    }

    /** Sends dead letters that somebody wants to be tried again. */
    private void replay() {
        long now = System.nanoTime();
        if (now - replayed < options.poll().toNanos()) {
            return;
        }
        replayed = now;
        List<DeliveryRow> rows = deliveries.inState(State.REPLAY, 0, REPLAYS).stream()
                .map(row -> row.in(State.WAITING))
                .toList();
        if (!rows.isEmpty()) {
            deliveries.transaction(session -> deliveries.update(session, rows));
            send(rows);
        }
    }

    /** Receivers find the rest in the row. */
    private void send(List<DeliveryRow> rows) {
        sender.send(rows.stream()
                .map(row -> new SentEvent(
                        UUID.randomUUID().toString(),
                        sent,
                        EventJson.read(row.event()),
                        Long.toString(row.position()),
                        row.rule()))
                .toList());
    }

    private List<SentEvent> messages(List<Event> events, List<UnreadableEvent> refused) {
        List<SentEvent> messages = new ArrayList<>(events.size());
        for (Event event : events) {
            String json = EventJson.write(event);
            int bytes = json.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > sender.largest()) {
                refused.add(new UnreadableEvent(
                        event.position(),
                        event.entityType(),
                        event.type().name(),
                        "it has " + bytes + " bytes, and the transport takes " + sender.largest()
                                + "; retry it to have it read from the database",
                        json));
            } else {
                messages.add(new SentEvent(event.id().toString(), event.position(), event, json, ""));
            }
        }
        return messages;
    }

    private List<DeliveryRow> letters(List<ActiveRule> rules, List<UnreadableEvent> refused) {
        List<DeliveryRow> letters = new ArrayList<>();
        for (UnreadableEvent event : refused) {
            for (ActiveRule rule : rules) {
                DeliveryRow letter = settlement.park(rule.rule(), event);
                if (letter != null) {
                    letters.add(letter);
                }
            }
        }
        return letters;
    }

    private void moveTo(long end, List<DeliveryRow> letters) {
        if (end != cursor.position()) {
            cursor.move(end, session -> deliveries.replace(session, letters));
        } else if (cursor.nanosToFade() <= 0) {
            cursor.renew();
        }
        sent = end;
    }
}
