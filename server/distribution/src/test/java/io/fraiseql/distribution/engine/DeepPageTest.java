package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page deep in a large table costs PostgreSQL what the first one costs: a range of an index, and the rows of the page. */
class DeepPageTest {

    private static final String LIST =
            "eventsConnection(orderBy: %s, %s) { nodes { id } pageInfo { hasNextPage endCursor startCursor } }";
    private static final long PAGE = 10;

    @Test
    void readsARangeOfTheIndex() throws Exception {
        Target target = Target.at(TestPostgres.shared().createDatabase());
        target.run(List.of(
                "CREATE TABLE event (id BIGINT PRIMARY KEY, kind INTEGER NOT NULL, at TIMESTAMPTZ NOT NULL, name TEXT COLLATE \"C\" NOT NULL)",
                "INSERT INTO event SELECT n, n % 5, TIMESTAMPTZ '2026-01-01Z' + n % 1000 * INTERVAL '1 second', 'event ' || n % 777"
                        + " FROM generate_series(1, 200000) n",
                "CREATE INDEX ON event (kind, id)",
                "CREATE INDEX ON event (at DESC, name DESC, id DESC)",
                "CREATE INDEX ON event (name)"));
        try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
            target.run(List.of("ANALYZE event"));
            for (String order : List.of(
                    "[]", "[{kind: ASC}]", "[{at: DESC}, {name: DESC}, {id: DESC}]", "[{name: ASC}, {kind: DESC}]")) {
                for (String direction : List.of("first: 10, after: $c", "last: 10, before: $c")) {
                    deep(engine, target, order, direction);
                }
            }
        }
    }

    private static void deep(TestingEngine engine, Target target, String order, String direction) throws Exception {
        String document = "query ($c: Cursor) { " + LIST.formatted(order, direction) + " }";
        String middle = engine.ask("{ " + LIST.formatted(order, "first: 1000") + " }", Map.of())
                .data()
                .findValue("endCursor")
                .asText();
        for (int i = 0; i < 3; i++) {
            middle = engine.ask(
                            "query ($c: Cursor) { " + LIST.formatted(order, "first: 1000, after: $c") + " }",
                            Map.of("c", middle))
                    .data()
                    .findValue("endCursor")
                    .asText();
        }
        TestingEngine.Planned planned = engine.plan(document, Map.of("c", middle));
        RootPlan.Rows rows = (RootPlan.Rows) planned.plan().roots().get(0);
        assertThat(rows.statement().sql()).doesNotContain("OFFSET");
        JsonNode plan = explain(target, rows, planned.variables());
        String as = order + " " + direction + "\n" + plan.toPrettyString();
        assertThat(plan.findValuesAsText("Index Cond")).as(as).isNotEmpty();
        assertThat(plan.findValuesAsText("Node Type")).as(as).doesNotContain("Seq Scan", "Bitmap Heap Scan");
        long ties = order.contains("{name: ASC}") ? 600 : 0;
        plan.findValues("Rows Removed by Filter")
                .forEach(removed -> assertThat(removed.asLong()).as(as).isLessThanOrEqualTo(ties));
        plan.findValues("Actual Rows")
                .forEach(read -> assertThat(read.asLong()).as(as).isLessThanOrEqualTo(PAGE + 1 + ties));
    }

    private static JsonNode explain(Target target, RootPlan.Rows rows, Map<String, Object> variables) throws Exception {
        List<String> pieces = new ArrayList<>(List.of(rows.statement().sql().split("\\?", -1)));
        StringBuilder sql = new StringBuilder("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + pieces.get(0));
        for (int i = 0; i < rows.slots().size(); i++) {
            Object value = rows.sources().get(rows.slots().get(i)).value(variables);
            sql.append('\'').append(value).append('\'').append(pieces.get(i + 1));
        }
        try (var connection = DriverManager.getConnection(target.url());
                var result = connection.createStatement().executeQuery(sql.toString())) {
            result.next();
            return new ObjectMapper().readTree(result.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql.toString(), e);
        }
    }
}
