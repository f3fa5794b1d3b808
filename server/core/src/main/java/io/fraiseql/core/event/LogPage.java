package io.fraiseql.core.event;

import io.fraiseql.spi.event.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of the event log.
 *
 * @param events those that can be read, in their order
 * @param unreadable the others, in their order
 * @param end the position of the last one of either; where reading began when there is none
 */
public record LogPage(List<Event> events, List<UnreadableEvent> unreadable, long end) {

    public LogPage {
        events = List.copyOf(events);
        unreadable = List.copyOf(unreadable);
    }

    /** The part behind a position. */
    LogPage behind(long position) {
        return between(position, end);
    }

    /** The part behind a position, up to another one that is in it. */
    LogPage between(long position, long last) {
        return new LogPage(
                events.stream()
                        .filter(event -> event.position() > position && event.position() <= last)
                        .toList(),
                unreadable.stream()
                        .filter(event -> event.position() > position && event.position() <= last)
                        .toList(),
                last);
    }

    /** How many there are of either. */
    public int size() {
        return events.size() + unreadable.size();
    }

    /** What it says of what was written. */
    public LogChanges changes() {
        Set<LogChange> kinds = new HashSet<>();
        events.forEach(event -> kinds.add(new LogChange(event.entityType(), event.type())));
        unreadable.forEach(event -> kinds.add(new LogChange(event.entityType(), null)));
        return new LogChanges(kinds, size(), end);
    }

    /** Behind which position it begins: positions have no gaps. */
    long start() {
        return end - size();
    }
}
