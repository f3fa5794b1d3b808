package io.fraiseql.core.job;

import io.fraiseql.core.event.Cells;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.QueuedJob.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code fraiseql_job}.
 *
 * @param turn by which organisations take turns
 * @param state a {@link State}, or {@link #BEHIND}
 * @param worker who has it; empty for nobody
 * @param token grows with each claim
 */
record JobRow(Job job, long turn, String state, String worker, long token) {

    /** Pending to everybody who looks, but passed by no claim: others of its lane come first. */
    static final String BEHIND = "BEHIND";

    static final Map<String, ColumnType> COLUMNS = columns();

    private static Map<String, ColumnType> columns() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("id", ColumnType.TEXT);
        columns.put("state", ColumnType.TEXT);
        columns.put("run_at", ColumnType.DATETIME);
        columns.put("attempt", ColumnType.BIGINT);
        columns.put("worker", ColumnType.TEXT);
        columns.put("token", ColumnType.BIGINT);
        columns.put("history", ColumnType.TEXT);
        columns.put("type", ColumnType.TEXT);
        columns.put("rule", ColumnType.TEXT);
        columns.put("action", ColumnType.BIGINT);
        columns.put("organisation", ColumnType.TEXT);
        columns.put("priority", ColumnType.BIGINT);
        columns.put("lane", ColumnType.TEXT);
        columns.put("position", ColumnType.BIGINT);
        columns.put("event", ColumnType.TEXT);
        columns.put("turn", ColumnType.BIGINT);
        return Collections.unmodifiableMap(columns);
    }

    /** One that is new. Its tokens go on from the time, so that no claim of an earlier job of its id is taken for one of this. */
    static JobRow added(Job job, long turn, Instant now) {
        return waiting(job, turn, ChronoUnit.MICROS.between(Instant.EPOCH, now), now);
    }

    /** One that nobody has. */
    static JobRow waiting(Job job, long turn, long token, Instant now) {
        State state = job.runAt().isAfter(now) ? State.DELAYED : State.PENDING;
        return new JobRow(job, turn, state.name(), "", token);
    }

    JobRow claimed(String by, Instant until) {
        return new JobRow(
                job.later(until, job.attempt() + 1, job.history()), turn, State.RUNNING.name(), by, token + 1);
    }

    static JobRow read(RowCursor row) {
        int column = 0;
        String id = Cells.text(row, column++);
        String state = Cells.text(row, column++);
        Instant runAt = Cells.instant(row, column++);
        int attempt = (int) row.getLong(column++);
        String worker = Cells.text(row, column++);
        long token = row.getLong(column++);
        String history = Cells.text(row, column++);
        Job job = new Job(
                id,
                Cells.text(row, column++),
                Cells.text(row, column++),
                (int) row.getLong(column++),
                Cells.text(row, column++),
                (int) row.getLong(column++),
                Cells.text(row, column++),
                row.getLong(column++),
                runAt,
                attempt,
                history,
                Cells.text(row, column++));
        return new JobRow(job, row.getLong(column), state, worker, token);
    }

    State shown() {
        return shown(state);
    }

    static State shown(String state) {
        return state.equals(BEHIND) ? State.PENDING : State.valueOf(state);
    }

    /** All columns, in the order of {@link #COLUMNS}. */
    List<Object> values() {
        return List.of(
                job.id(),
                state,
                time(job.runAt()),
                (long) job.attempt(),
                worker,
                token,
                job.history(),
                job.type(),
                job.rule(),
                (long) job.action(),
                job.organisation(),
                (long) job.priority(),
                job.lane(),
                job.position(),
                job.event(),
                turn);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
