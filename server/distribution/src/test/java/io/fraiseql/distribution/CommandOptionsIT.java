package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands are told and do not do is refused, with the exit code of wrong arguments, and nothing is changed. */
class CommandOptionsIT {

    @TempDir
    Path folder;

    @Test
    void refusesOptionsThatAnActionDoesNotUse() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE);
        refused(
                rules,
                "'dlq retry-all' does not take --event; it takes --entity, --rule",
                "dlq",
                "retry-all",
                "--event",
                "edited.json");
        refused(rules, "'dlq stats' does not take --rule", "dlq", "stats", "--rule", "x");
        refused(rules, "'dlq list' does not take --id; it takes --entity, --limit, --rule", "dlq", "list", "--id", "1");
        refused(rules, "'dlq show' does not take --rule; it takes --id", "dlq", "show", "--id", "1:x", "--rule", "y");
        refused(rules, "'dlq export' does not take --limit", "dlq", "export", "--limit", "100");
        refused(rules, "'dlq remove' does not take --all", "dlq", "remove", "--all", "--id", "1:x");
        refused(rules, "'jobs stats' does not take --state", "jobs", "stats", "--state", "running");
        refused(rules, "'jobs show' does not take --limit", "jobs", "show", "--id", "x", "--limit", "1");
        refused(rules, "'observers list' does not take --name", "observers", "list", "--name", "x");
        refused(rules, "'observers show' does not take --id; it takes --name", "observers", "show", "--id", "1");
    }

    @Test
    void refusesLimitsAndQueuesThatThereAreNot() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE);
        for (String limit : List.of("-1", "0", "1001")) {
            refused(rules, "limit must be from 1 to 1000; 'dlq export' gives all", "dlq", "list", "--limit", limit);
            refused(rules, "limit must be from 1 to 1000", "jobs", "list", "--limit", limit);
        }
        refused(rules, "queue is one of database", "jobs", "list", "--queue", "kafka");
        assertThat(rules.folder()
                        .succeed("dlq", "list", "config.yml", "--limit", "1000")
                        .out())
                .startsWith("id ");
    }

    @Test
    void refusesSchemasThatAreNestedTooDeep() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE);
        rules.folder().distribution().withFile("deep.json", "[".repeat(3000) + "]".repeat(3000));
        Distribution.Ended ended = rules.folder().run("compile", "deep.json", "--target", "sqlite");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("Document nesting depth (1001)").doesNotContain("null");
    }

    private static void refused(ServedRules rules, String expected, String command, String action, String... options)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, action, "config.yml"));
        arguments.addAll(List.of(options));
        Distribution.Ended ended = rules.folder().run(arguments.toArray(String[]::new));
        assertThat(ended.err()).contains(expected);
        assertThat(ended.exitCode()).isEqualTo(2);
    }
}
