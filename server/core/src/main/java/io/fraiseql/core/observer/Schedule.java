package io.fraiseql.core.observer;

import io.fraiseql.core.model.ScheduledRule;
import io.fraiseql.core.rule.CronExpression;
import io.fraiseql.spi.Nullable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When the actions of a rule are done that is about no writes.
 *
 * @param rule its name
 */
public record Schedule(String rule, CronExpression cron, ZoneId zone) {

    /** As the schema or the configuration says, after it was checked. */
    public static Schedule of(ScheduledRule scheduled) {
        return new Schedule(
                scheduled.rule().name(), CronExpression.parse(scheduled.cron()), ZoneId.of(scheduled.zone()));
    }

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
