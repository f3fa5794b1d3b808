package io.fraiseql.distribution.contract;

import io.fraiseql.plugin.testkit.contract.Behaviour;
import io.fraiseql.plugin.testkit.contract.ContractCase;
import io.fraiseql.plugin.testkit.contract.ContractResult;
import io.fraiseql.spi.sql.Capability;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of {@code docs/dialects.md}, all of it counted from runs. */
final class DialectsPage {

    private static final Pattern VERSION = Pattern.compile("[0-9]+([.][0-9]+)*");

    private final Map<String, ContractRun> runs;

    /**
     * A page.
     *
     * @param runs by the engine's title, in the order of the columns
     */
    DialectsPage(Map<String, ContractRun> runs) {
        this.runs = runs;
    }

    String text(String head) {
        return head + "\n## Engines\n\n" + engines() + "\n## Behaviours\n\n" + behaviours() + "\n## Capabilities\n\n"
                + capabilities();
    }

    private String engines() {
        StringBuilder table = new StringBuilder(header("", title -> title));
        table.append(counted("ran as", run -> version(run.version())));
        table.append(counted("cases equal", run -> String.valueOf(equal(run.results()))));
        return table.append(counted(
                        "cases refused", run -> String.valueOf(run.results().size() - equal(run.results()))))
                .toString();
    }

    private String behaviours() {
        StringBuilder table = new StringBuilder(header("behaviour | cases", title -> title));
        for (Behaviour behaviour : Behaviour.all()) {
            String name = behaviour.title() + " | " + behaviour.cases().size();
            table.append(counted(
                    name,
                    run -> cell(run.results().stream()
                            .filter(result -> result.contractCase().behaviour().equals(behaviour.name()))
                            .toList())));
        }
        return table.toString();
    }

    private static String cell(List<ContractResult> results) {
        Map<String, Long> refused = results.stream()
                .filter(result -> result.refusedWith() != null)
                .collect(Collectors.groupingBy(
                        result -> result.contractCase().needs().capability() + ": `" + result.refusedWith() + "`",
                        java.util.TreeMap::new,
                        Collectors.counting()));
        StringBuilder cell = new StringBuilder();
        if (equal(results) > 0) {
            cell.append(equal(results)).append(" equal");
        }
        refused.forEach((why, count) -> cell.append(cell.isEmpty() ? "" : ", ")
                .append(count)
                .append(" refused, lacks ")
                .append(why));
        return cell.toString();
    }

    private String capabilities() {
        StringBuilder table = new StringBuilder(header("capability | cases that need it", title -> title));
        for (Capability capability : Capability.values()) {
            long needing = Behaviour.all().stream()
                    .flatMap(behaviour -> behaviour.cases().stream())
                    .filter(one -> needs(one, capability))
                    .count();
            table.append(row(
                    "`" + capability + "` | " + needing,
                    run -> run.dialect().capabilities().contains(capability) ? "has" : "lacks"));
        }
        return table.toString();
    }

    private static boolean needs(ContractCase one, Capability capability) {
        return one.needs() != null && one.needs().capability() == capability;
    }

    private static long equal(List<ContractResult> results) {
        return results.stream().filter(result -> result.refusedWith() == null).count();
    }

    private static String version(String product) {
        return VERSION.matcher(product)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(product);
    }

    private String header(String first, Function<String, String> cell) {
        String titles = runs.keySet().stream().map(cell).collect(Collectors.joining(" | "));
        String line = "| " + first + " | " + titles + " |\n";
        return line + line.replaceAll("[^|\n]+", "---");
    }

    private String counted(String first, Function<ContractRun, String> cell) {
        return row(first, run -> run.ran() ? cell.apply(run) : "not run");
    }

    private String row(String first, Function<ContractRun, String> cell) {
        return "| " + first + " | " + runs.values().stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }
}
