package io.fraiseql.distribution.crash;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What a run showed.
 *
 * @param lines the figures
 * @param failovers from the kills of servers that followed the rules to the next delivery by another one
 * @param findings what is not as it must be; empty when all is well
 */
public record CrashResult(List<String> lines, List<Duration> failovers, Findings findings) {

    public CrashResult {
        lines = List.copyOf(lines);
        failovers = List.copyOf(failovers);
    }

    public Duration longestFailover() {
        return failovers.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    public boolean isGood() {
        return findings.list().isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n"
                + (isGood()
                        ? "nothing lost, nothing out of order"
                        : findings.list().size() + " FINDINGS:\n" + findings);
    }
}
