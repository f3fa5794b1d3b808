package io.fraiseql.distribution.crash;

import java.util.List;

/** Holds what a bridge has put into a stream against the event log: the same events, each once, in the same order. */
final class BridgeCheck {

    private BridgeCheck() {}

    /** @param ids of the events in the stream, in its order */
    static void check(List<LoggedEvent> events, List<String> ids, Findings findings) {
        int common = Math.min(events.size(), ids.size());
        for (int i = 0; i < common; i++) {
            LoggedEvent event = events.get(i);
            if (!event.id().equals(ids.get(i))) {
                findings.add("the stream has %s where the log has %s at %d", ids.get(i), event.id(), event.position());
                return;
            }
        }
        findings.require(
                events.size() == ids.size(), "the stream has %d events, and the log %d", ids.size(), events.size());
    }
}
