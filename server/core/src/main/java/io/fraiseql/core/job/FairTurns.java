package io.fraiseql.core.job;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers jobs so that organisations take turns when these are served by their numbers: one gets the number behind the last of its
 * organisation, but never one that is over. Knows nothing that the numbers in the queue do not tell. Not thread-safe.
 */
final class FairTurns {

    /** Of so many organisations at most those that wait are remembered. */
    private static final int MOST = 10_000;

    private final Map<Line, Map<String, Long>> lines = new HashMap<>();

    /** Jobs among which organisations take turns. */
    record Line(String type, int priority) {}

    /** Notes the last number of an organisation. */
    void last(Line line, String organisation, long turn) {
        lines.computeIfAbsent(line, key -> new HashMap<>()).merge(organisation, turn, Math::max);
    }

    /** The last number of all. */
    long last(Line line) {
        return lines.getOrDefault(line, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /**
     * The number of the next job.
     *
     * @param over up to here jobs have been served
     */
    long next(Line line, String organisation, long over) {
        Map<String, Long> lasts = lines.computeIfAbsent(line, key -> new HashMap<>());
        if (lasts.size() > MOST) {
            lasts.values().removeIf(last -> last <= over);
        }
        long turn = Math.max(over, lasts.getOrDefault(organisation, 0L)) + 1;
        lasts.put(organisation, turn);
        return turn;
    }
}
