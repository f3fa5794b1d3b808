package io.fraiseql.core.observer;

import io.fraiseql.core.event.Cells;
import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.model.ScheduledRule;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Makes deliveries of schedules when their time has come: each time once, whichever processes look, and of those that nobody was
 * there for the last one. Thread-safe.
 */
public final class Schedules {

    private final EventStore store;
    private final DeliveryStore deliveries;
    private final ScheduleStatements statements;
    private final Clock clock;

    public Schedules(EventStore store, Clock clock) {
        this.store = store;
        this.deliveries = new DeliveryStore(store);
        this.statements = new ScheduleStatements(store.dialect());
        this.clock = clock;
    }

    /** Looks once. */
    public void pass(List<Schedule> schedules) {
        schedules.forEach(this::pass);
    }

    private record Seen(String expression, long minute) {}

    private void pass(Schedule schedule) {
        Seen seen = seen(schedule);
        long now = minute(clock.instant());
        if (seen == null) {
            begin(schedule, now);
        } else if (!seen.expression().equals(schedule.expression())) {
            store.write(session -> move(session, schedule, seen, now));
        } else {
            Instant due = schedule.due(instant(seen.minute()), instant(now));
            if (due != null) {
                store.write(session -> deliver(session, schedule, seen, due));
            }
        }
    }

    private @Nullable Seen seen(Schedule schedule) {
        return store.read(session -> {
            try (RowCursor row = statements.one.query(session, schedule.rule())) {
                return row.next() ? new Seen(Cells.text(row, 0), row.getLong(1)) : null;
            }
        });
    }

    private void begin(Schedule schedule, long now) {
        try {
            store.write(session -> statements.insert.update(session, schedule.rule(), schedule.expression(), now));
        } catch (ConstraintViolation e) {
            // Another process has begun.
        }
    }

    /** Whether this process was the first. */
    private boolean move(WriteSession session, Schedule schedule, Seen seen, long to) {
        return statements.move.update(session, schedule.expression(), to, schedule.rule(), seen.minute()) == 1;
    }

    private void deliver(WriteSession session, Schedule schedule, Seen seen, Instant due) {
        if (move(session, schedule, seen, minute(due))) {
            DeliveryRow row = new DeliveryRow(
                    minute(due),
                    schedule.rule(),
                    DeliveryRow.State.REPLAY,
                    0,
                    0,
                    due,
                    History.NONE,
                    EventJson.write(event(schedule, due)));
            deliveries.insert(session, List.of(row));
        }
    }

    /** The same for the same time, however often it is made. */
    private static Event event(Schedule schedule, Instant due) {
        String name = ScheduledRule.ENTITY + " " + schedule.rule() + " " + due;
        return new Event(
                minute(due),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                ScheduledRule.ENTITY,
                schedule.rule(),
                Event.Type.CUSTOM,
                "{}",
                null,
                null,
                null,
                null,
                null,
                due);
    }

    private static long minute(Instant time) {
        return TimeUnit.SECONDS.toMinutes(time.getEpochSecond());
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(TimeUnit.MINUTES.toSeconds(minute));
    }
}
