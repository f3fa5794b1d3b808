package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows of aggregate queries: every function over random groups with nulls and ties, as {@link WindowOracle} computes it. */
class WindowTest {

    private static final String WINDOWS = """
            [{"name": "number", "function": "row_number", "partition_by": ["customerRegion"], "order_by": [{"by": "sum.revenue", "direction": "DESC"}]},
             {"name": "place", "function": "rank", "order_by": [{"by": "count"}]},
             {"name": "densePlace", "function": "dense_rank", "partition_by": ["priority"], "order_by": [{"by": "count", "direction": "DESC"}, {"by": "keys.customerRegion"}]},
             {"name": "second", "function": "lag", "of": "sum.revenue", "offset": 2, "partition_by": ["category"], "order_by": [{"by": "keys.priority"}]},
             {"name": "following", "function": "lead", "of": "keys.category", "order_by": [{"by": "sum.quantity", "direction": "ASC_NULLS_FIRST"}]},
             {"name": "opening", "function": "first_value", "of": "count", "partition_by": ["customerRegion", "priority"], "order_by": [{"by": "avg.revenue", "direction": "DESC_NULLS_LAST"}]},
             {"name": "closing", "function": "last_value", "of": "max.soldOn", "order_by": [{"by": "keys.category"}], "frame": {"unit": "rows", "from": -1, "to": 1}},
             {"name": "running", "function": "sum", "of": "sum.revenue", "partition_by": ["customerRegion"], "order_by": [{"by": "keys.priority"}]},
             {"name": "total", "function": "sum", "of": "sum.quantity", "partition_by": ["category"]},
             {"name": "moving", "function": "avg", "of": "sum.revenue", "partition_by": ["customerRegion"], "order_by": [{"by": "keys.category"}], "frame": {"unit": "rows", "from": -2, "to": 0}},
             {"name": "rows", "function": "count", "order_by": [{"by": "keys.priority"}], "frame": {"unit": "range", "from": 0}},
             {"name": "known", "function": "count", "of": "min.priority", "order_by": [{"by": "sum.revenue"}], "frame": {"unit": "rows", "to": -1}},
             {"name": "low", "function": "min", "of": "sum.revenue", "order_by": [{"by": "keys.category"}], "frame": {"unit": "rows", "from": -3, "to": -1}},
             {"name": "high", "function": "max", "of": "max.category", "partition_by": ["priority"]}]""";
    private static final List<String> KEYS = List.of("customerRegion", "priority", "category");
    private static final String GROUPS =
            "keys { customerRegion priority category } count sum { revenue quantity } avg { revenue } min { priority } max { category soldOn }";

    @TempDir
    private Path folder;

    private static JsonNode windows() {
        try {
            return new ObjectMapper().readTree(WINDOWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestingEngine open(TestDatabase database) {
        ObjectNode schema = FactTable.schema();
        ((ObjectNode) schema.get("aggregate_queries").get(0)).set("windows", windows());
        return FactTable.open(database, folder, FactTable.random(7, 300), schema);
    }

    private static List<JsonNode> groups(TestingEngine engine, String arguments) {
        List<String> names = new ArrayList<>();
        windows().forEach(window -> names.add(window.get("name").asText()));
        JsonNode answer = engine.ask(
                        "{ salesSummary(groupBy: [{customerRegion: true}, {priority: true}, {category: true}]"
                                + arguments + ") { " + GROUPS + " windows { " + String.join(" ", names) + " } } }",
                        Map.of())
                .data()
                .get("salesSummary");
        List<JsonNode> groups = new ArrayList<>();
        answer.forEach(groups::add);
        return groups;
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.engine.FactTable#databases")
    void everyFunctionIsThatOfTheOracle(TestDatabase database) {
        try (TestingEngine engine = open(database)) {
            List<JsonNode> groups = groups(engine, "");
            assertThat(groups).hasSizeGreaterThan(50);
            check(groups, groups);
        }
    }

    private static void check(List<JsonNode> checked, List<JsonNode> all) {
        for (JsonNode window : windows()) {
            WindowOracle oracle = new WindowOracle(window, KEYS, 8);
            String name = window.get("name").asText();
            for (JsonNode group : checked) {
                assertThat(group.get("windows").get(name))
                        .as("%s of %s", name, group.get("keys"))
                        .isEqualTo(oracle.of(group, all));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.engine.FactTable#databases")
    void havingComesBeforeAndThePageAfter(TestDatabase database) {
        try (TestingEngine engine = open(database)) {
            String having = ", having: {count: {gt: 2}}";
            List<JsonNode> some = groups(engine, having);
            assertThat(some).hasSizeBetween(5, groups(engine, "").size() - 5);
            check(some, some);
            List<JsonNode> page = groups(engine, having + ", orderBy: [{count: DESC}], limit: 4, offset: 2");
            assertThat(page).hasSize(4);
            check(page, some);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.engine.FactTable#databases")
    void aKeyThatIsNotGroupedByIsRefused(TestDatabase database) {
        try (TestingEngine engine = open(database)) {
            Answer refused =
                    engine.ask("{ salesSummary(groupBy: [{category: true}]) { windows { number } } }", Map.of());
            assertThat(refused.errorCode()).isEqualTo("BAD_USER_INPUT");
            assertThat(refused.json()).contains("'customerRegion' in 'windows.number' is not grouped by");
            assertThat(engine.ask("{ salesSummary { __typename count windows { __typename place } } }", Map.of())
                            .data()
                            .toString())
                    .isEqualTo("{\"salesSummary\":[{\"__typename\":\"SalesSummaryAggregate\",\"count\":300,"
                            + "\"windows\":{\"__typename\":\"SalesSummaryWindows\",\"place\":1}}]}");
        }
    }
}
