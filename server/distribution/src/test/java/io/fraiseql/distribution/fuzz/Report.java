package io.fraiseql.distribution.fuzz;

import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that is needed to see a difference again. */
record Report(List<String> script, Operation operation, Map<TestDatabase, TestingEngine> engines) {

    String of(String oracle, Map<TestDatabase, String> answers) {
        List<String> lines = new ArrayList<>(List.of(
                "the answers differ",
                "--- tables (PostgreSQL)",
                String.join(";\n", script),
                "--- operation",
                operation.text(),
                "--- variables",
                operation.variables().toString()));
        engines.forEach((database, engine) -> lines.addAll(List.of("--- SQL on " + database, sql(engine))));
        lines.add("--- oracle " + oracle);
        answers.forEach((database, answer) -> lines.add("--- " + database + " " + answer));
        return String.join("\n", lines);
    }

    private String sql(TestingEngine engine) {
        try {
            return engine.plan(operation.text(), operation.variables()).plan().roots().stream()
                    .filter(RootPlan.Rows.class::isInstance)
                    .map(root -> ((RootPlan.Rows) root).statement().sql())
                    .collect(Collectors.joining("\n"));
        } catch (RuntimeException e) {
            return "not planned: " + e;
        }
    }
}
