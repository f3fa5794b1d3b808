package io.fraiseql.core.event;

import io.fraiseql.spi.database.RowCursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A row of {@code fraiseql_observer_delivery}: an event that a rule applies to and that is not done yet, or never will be.
 *
 * @param position of the event; with the rule it names the row
 * @param state what becomes of it
 * @param done how many of the rule's actions are done
 * @param attempt how often the next action was tried
 * @param due not to be tried before
 * @param history every failure so far, a JSON array of {@code {at, action, attempt, error}}
 * @param event the event as {@link EventJson} writes it
 */
public record DeliveryRow(
        long position, String rule, State state, int done, int attempt, Instant due, String history, String event) {

    /** What becomes of a delivery. */
    public enum State {
        /** It is to be done, or is being done. */
        WAITING,
        /** It was given up. */
        DEAD,
        /** It was given up, and somebody wants it to be tried again. */
        REPLAY
    }

    static DeliveryRow read(RowCursor row) {
        return new DeliveryRow(
                row.getLong(0),
                Cells.text(row, 1),
                State.valueOf(Cells.text(row, 2)),
                (int) row.getLong(3),
                (int) row.getLong(4),
                Cells.instant(row, 5),
                Cells.text(row, 6),
                Cells.text(row, 7));
    }

    /** The same in another state. */
    public DeliveryRow in(State other) {
        return new DeliveryRow(position, rule, other, done, attempt, due, history, event);
    }

    /** All columns, in the order of {@link DeliveryStatements#COLUMNS}. */
    List<Object> values() {
        return List.of(position, rule, state.name(), (long) done, (long) attempt, dueAt(), history, event);
    }

    private OffsetDateTime dueAt() {
        return OffsetDateTime.ofInstant(due, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** The key columns. */
    List<Object> key() {
        return List.of(position, rule);
    }
}
