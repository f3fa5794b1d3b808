package io.fraiseql.spi.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event.Type;
import java.time.Instant;

/**
 * Which events of the log are wanted: data. What is null does not choose.
 *
 * @param entityType the entity's name in the schema
 * @param eventType what was done
 * @param organisation the organisation of who wrote
 * @param from events written then or later, by {@link Event#createdAt}
 * @param to events written before then; null when following, for a later event may have an earlier time
 * @param after the position behind which they begin, 0 and up; null for the first event that the log still has
 * @param limit how many at most, 1 and up
 * @param follow whether to wait for more at the end of the log
 */
public record EventSelection(
        @Nullable String entityType,
        @Nullable Type eventType,
        @Nullable String organisation,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long after,
        @Nullable Long limit,
        boolean follow) {

    public EventSelection {
        if (follow && to != null) {
            throw new IllegalArgumentException("who follows has no end: leave out follow or to");
        }
        if (after != null && after < 0) {
            throw new IllegalArgumentException("a position is 0 or more");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit is 1 or more");
        }
    }

    /** The same events, of one organisation only. */
    public EventSelection ofOrganisation(String only) {
        return new EventSelection(entityType, eventType, only, from, to, after, limit, follow);
    }

    /** Whether an event is one of them, wherever it stands in the log. */
    public boolean takes(Event event) {
        return (entityType == null || entityType.equals(event.entityType()))
                && (eventType == null || eventType == event.type())
                && (organisation == null || organisation.equals(event.orgId()))
                && (from == null || !event.createdAt().isBefore(from))
                && (to == null || event.createdAt().isBefore(to));
    }
}
