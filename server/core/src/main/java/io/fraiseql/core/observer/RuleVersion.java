package io.fraiseql.core.observer;

import io.fraiseql.core.event.Cells;
import io.fraiseql.spi.database.RowCursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A row of {@code fraiseql_observer_rule}: what a rule became by one change.
 *
 * @param version 1 for a name that was never used, then one more with each change
 * @param state whether the rule is there
 * @param rule a JSON object
 * @param at when it was changed
 * @param by who changed it
 */
public record RuleVersion(String name, long version, State state, String rule, Instant at, String by) {

    /** What a change has made of a rule. */
    public enum State {
        SAVED,
        DELETED
    }

    static RuleVersion read(RowCursor row) {
        return new RuleVersion(
                Cells.text(row, 0),
                row.getLong(1),
                State.valueOf(Cells.text(row, 2)),
                Cells.text(row, 3),
                Cells.instant(row, 4),
                Cells.text(row, 5));
    }

    /** All columns, in the order of {@link RuleStatements#COLUMNS}. */
    Object[] values() {
        OffsetDateTime time = OffsetDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return new Object[] {name, version, state.name(), rule, time, by};
    }
}
