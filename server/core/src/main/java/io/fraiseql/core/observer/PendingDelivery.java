package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.time.Instant;

/** An event that a rule applies to, with how far it is. Used by the dispatcher's thread; what an action is given does not change while it runs. */
final class PendingDelivery {

    ActiveRule rule;
    final Event event;
    private @Nullable String eventJson;
    State state;
    int done;
    int attempt;
    Instant due;
    /** By {@link System#nanoTime}. */
    long dueNanos;

    String history;
    /** What its next action depends on; null before it was looked at. */
    @Nullable
    Endpoint endpoint;
    /** Whether it waits for {@link #endpoint} rather than for its own time. */
    boolean waitsForEndpoint;
    /** Whether it was counted as one that waits for others. */
    boolean heldBack;

    /** One that the database has as a row. */
    PendingDelivery(ActiveRule rule, Event event, DeliveryRow row, long dueNanos) {
        this.rule = rule;
        this.event = event;
        this.eventJson = row.event();
        this.state = row.state();
        this.done = row.done();
        this.attempt = row.attempt();
        this.due = row.due();
        this.history = row.history();
        this.dueNanos = dueNanos;
    }

    /** A new one, to be tried at once. */
    PendingDelivery(ActiveRule rule, Event event, Instant due, long dueNanos) {
        this.rule = rule;
        this.event = event;
        this.due = due;
        this.state = State.WAITING;
        this.history = History.NONE;
        this.dueNanos = dueNanos;
    }

    /** Becomes new again, after it could not be written. */
    void restore() {
        state = State.WAITING;
        done = 0;
        attempt = 0;
        history = History.NONE;
    }

    /** Goes back to what the database knows, after what was to be written could not be. */
    void restore(DeliveryRow row) {
        state = row.state();
        done = row.done();
        attempt = row.attempt();
        due = row.due();
        history = row.history();
    }

    /** Goes on as a rule says now: from the same action on, or from the first where it has fewer. */
    void follow(ActiveRule now) {
        rule = now;
        if (done >= now.actions().size()) {
            done = 0;
        }
    }

    /** The row as it should be. */
    DeliveryRow row() {
        if (eventJson == null) {
            eventJson = EventJson.write(event);
        }
        return new DeliveryRow(event.position(), rule.rule().name(), state, done, attempt, due, history, eventJson);
    }

    /** What receivers tell a repeat of the next action by. */
    String id() {
        return event.id() + "." + rule.rule().name() + (done == 0 ? "" : "." + (done + 1));
    }

    /** What marks of its next action are called; a dead letter that is tried again has its own. */
    String markKey() {
        String replayed = History.replayed(history);
        return replayed.isEmpty() ? id() : id() + "@" + replayed;
    }

    /** What must happen in order. */
    record Key(String entity, String id) {}

    Key key() {
        return new Key(event.entityType(), event.entityId());
    }

    BoundAction action() {
        return rule.actions().get(done);
    }
}
