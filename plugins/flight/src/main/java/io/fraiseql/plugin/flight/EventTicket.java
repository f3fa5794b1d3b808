package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.event.EventSelection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the members of a ticket {@code ObserverEvents}: {@code entity_type, event_type, org_id} (texts), {@code from, to} (RFC 3339), {@code
 * after_sequence, limit} (integers) and {@code follow}, none of them required.
 */
final class EventTicket {

    private static final Set<String> KEYS = new LinkedHashSet<>(
            List.of("entity_type", "event_type", "org_id", "from", "to", "after_sequence", "limit", "follow"));

    private EventTicket() {}

    /** @throws io.fraiseql.spi.error.FraiseqlException {@code BAD_TICKET} naming the member that is wrong */
    static EventSelection read(Map<String, Object> members) {
        for (String key : members.keySet()) {
            if (!KEYS.contains(key)) {
                throw Tickets.bad("\"" + key + "\" is no key of ObserverEvents; there are " + String.join(", ", KEYS));
            }
        }
        Boolean follow = value(members, "follow", Boolean.class, "true or false");
        Instant to = time(members, "to");
        if (Boolean.TRUE.equals(follow) && to != null) {
            throw Tickets.bad(
                    "\"to\" and \"follow\" exclude each other: who follows has no end; leave out one of them");
        }
        return new EventSelection(
                text(members, "entity_type"),
                type(members),
                text(members, "org_id"),
                time(members, "from"),
                to,
                number(members, "after_sequence", 0),
                number(members, "limit", 1),
                Boolean.TRUE.equals(follow));
    }

    private static @Nullable String text(Map<String, Object> members, String key) {
        return value(members, key, String.class, "a string");
    }

    private static Event.@Nullable Type type(Map<String, Object> members) {
        String name = text(members, "event_type");
        if (name == null) {
            return null;
        }
        return Arrays.stream(Event.Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Tickets.bad("\"event_type\" must be one of " + List.of(Event.Type.values())));
    }

    private static @Nullable Instant time(Map<String, Object> members, String key) {
        String text = text(members, key);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Tickets.bad("\"" + key + "\" must be a time like 2026-01-31T09:30:00Z");
        }
    }

    private static @Nullable Long number(Map<String, Object> members, String key, long least) {
        Long number = value(members, key, Long.class, "an integer");
        if (number != null && number < least) {
            throw Tickets.bad("\"" + key + "\" must be " + least + " or more");
        }
        return number;
    }

    private static <T> @Nullable T value(Map<String, Object> members, String key, Class<T> type, String form) {
        Object value = members.get(key);
        if (value == null) {
            return null;
        }
        if (!type.isInstance(value)) {
            throw Tickets.bad("\"" + key + "\" must be " + form);
        }
        return type.cast(value);
    }
}
