package io.fraiseql.distribution.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was done to a run, and how long it took until its work went on. One thread. */
final class Tally {

    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
    private final Map<Victim, Integer> suspensions = new EnumMap<>(Victim.class);
    private final List<Duration> failovers = new ArrayList<>();
    private final List<Duration> returns = new ArrayList<>();
    private int owners;
    private int heldUp;

    void killed(Victim kind, boolean owner) {
        kills.merge(kind, 1, Integer::sum);
        owners += owner ? 1 : 0;
    }

    void suspended(Victim kind) {
        suspensions.merge(kind, 1, Integer::sum);
    }

    /** MySQL kept the transaction of a suspended server open, so that nobody took over. */
    void heldUp() {
        heldUp++;
    }

    /** From the kill of the one reader until another one read. */
    void failover(Duration time) {
        failovers.add(time);
    }

    /** From when Redis or NATS answered again until the next delivery. */
    void returned(Duration time) {
        returns.add(time);
    }

    int kills(Victim kind) {
        return kills.getOrDefault(kind, 0);
    }

    List<Duration> failovers() {
        return failovers;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("killed: " + counts(kills) + "; " + owners + " of them owned the rules or the bridge");
        if (!suspensions.isEmpty()) {
            lines.add("suspended: " + counts(suspensions));
        }
        if (heldUp > 0) {
            lines.add(heldUp + " times a suspended server was waited for, because MySQL kept its transaction open");
        }
        times(lines, "from the kill of an owner until another one went on", failovers);
        times(lines, "from when the broker answered again until the next delivery", returns);
        return lines;
    }

    private static String counts(Map<Victim, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void times(List<String> lines, String what, List<Duration> times) {
        if (!times.isEmpty()) {
            List<Duration> sorted = times.stream().sorted().toList();
            lines.add("%s: %d times, %.1f s at the median, %.1f s at most"
                    .formatted(
                            what,
                            sorted.size(),
                            sorted.get(sorted.size() / 2).toMillis() / 1e3,
                            Collections.max(sorted).toMillis() / 1e3));
        }
    }
}
