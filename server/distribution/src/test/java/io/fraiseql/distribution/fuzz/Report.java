package io.fraiseql.distribution.fuzz;

import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.distribution.engine.TestingEngine;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is needed to see a difference again. */
record Report(List<TableDraft> tables, Operation operation, TestingEngine sqlite, TestingEngine postgres) {

    String of(String oracle, String light, String heavy) {
        return String.join(
                "\n",
                "the answers differ",
                "--- tables (PostgreSQL)",
                String.join(";\n", new Script(true).of(tables)),
                "--- operation",
                operation.text(),
                "--- variables",
                operation.variables().toString(),
                "--- SQL on SQLite",
                sql(sqlite),
                "--- SQL on PostgreSQL",
                sql(postgres),
                "--- oracle    " + oracle,
                "--- SQLite    " + light,
                "--- PostgreSQL " + heavy);
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
