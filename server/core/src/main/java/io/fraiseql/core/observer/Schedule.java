package io.fraiseql.core.observer;

import io.fraiseql.spi.Nullable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When the actions of a rule are done that is about no writes.
 *
 * @param rule its name
 */
public record Schedule(String rule, CronExpression cron, ZoneId zone) {

    /** What the events of schedules are about; no type can be called so. */
    public static final String ENTITY = "@schedule";

    /** The last time that is due and was not seen to; null when there is none. */
    @Nullable
    Instant due(Instant seen, Instant now) {
        Instant due = null;
        for (Instant next = cron.next(seen, zone); next != null && !next.isAfter(now); next = cron.next(next, zone)) {
            due = next;
        }
        return due;
    }

    /** When another one is put in its place, nothing is due from before. */
    String expression() {
        return cron + " " + zone;
    }
}
