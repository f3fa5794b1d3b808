package io.fraiseql.core.event;

import java.util.Set;

/**
 * What a part of the event log says of what was written, without its events.
 *
 * @param kinds each once, in no order
 * @param size how many events there are
 * @param end the position of the last one; where reading began when there is none
 */
public record LogChanges(Set<LogChange> kinds, int size, long end) {

    public LogChanges {
        kinds = Set.copyOf(kinds);
    }

    /** Behind which position it begins: positions have no gaps. */
    long start() {
        return end - size;
    }
}
