package io.fraiseql.bench.report;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results of the JMH benchmarks as a table. */
public final class InsideReport {

    private InsideReport() {}

    public static String of(String heading, Collection<RunResult> results) {
        return heading + "\n\n| benchmark | time | ± |\n|---|--:|--:|\n"
                + results.stream().map(InsideReport::row).collect(Collectors.joining());
    }

    private static String row(RunResult result) {
        Result<?> score = result.getPrimaryResult();
        String name = result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
        String parameters = result.getParams().getParamsKeys().stream()
                .map(key -> ", " + result.getParams().getParam(key) + " " + key)
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "| %s%s | %.2f %s | %.2f |%n",
                name,
                parameters,
                score.getScore(),
                score.getScoreUnit().replace("us", "µs"),
                score.getScoreError());
    }
}
