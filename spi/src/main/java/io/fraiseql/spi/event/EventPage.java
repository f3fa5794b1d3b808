package io.fraiseql.spi.event;

import java.util.List;

/**
 * Events that follow one another in the log: data, made by the host.
 *
 * @param events in their order; at least one
 * @param position up to which the log is read with them: whoever goes on behind it misses none and sees none twice
 */
public record EventPage(List<Event> events, long position) {

    public EventPage {
        events = List.copyOf(events);
    }
}
