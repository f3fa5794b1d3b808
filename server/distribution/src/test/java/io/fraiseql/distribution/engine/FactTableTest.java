package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.engine.FactTable.Fact;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fact tables: measures in columns, dimensions inside JSON. The answers are computed here once more, from the rows. */
class FactTableTest {

    private static final Comparator<String> NULLS_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.engine.FactTable#databases")
    void groupsAreThoseOfTheRows(TestDatabase database) {
        List<Fact> facts = FactTable.random(20261126, 400);
        try (TestingEngine engine = FactTable.open(database, folder, facts, FactTable.schema())) {
            assertThat(answer(engine, "customerRegion", "")).isEqualTo(groups(facts, Fact::region));
            assertThat(answer(engine, "category", "")).isEqualTo(groups(facts, Fact::category));
            List<Fact> some = facts.stream()
                    .filter(fact -> fact.day() >= 3 && fact.priority() != null && fact.priority() > 0)
                    .toList();
            assertThat(answer(engine, "category", "where: {soldOn: {gte: \"2026-01-03\"}, priority: {gt: 0}}, "))
                    .isEqualTo(groups(some, Fact::category));
        }
    }

    private static List<String> answer(TestingEngine engine, String key, String arguments) {
        JsonNode groups = engine.ask(
                        "{ salesSummary(" + arguments + "groupBy: [{" + key + ": true}]) { keys { k: " + key
                                + " } count countDistinct { priority } sum { revenue quantity } avg { revenue }"
                                + " min { priority } max { revenue } } }",
                        Map.of())
                .data()
                .get("salesSummary");
        List<String> lines = new ArrayList<>();
        groups.forEach(group -> lines.add(group.toString()));
        return lines;
    }

    /** Text orders by code point here and in the engine of the tests. */
    private static List<String> groups(List<Fact> facts, Function<Fact, @Nullable String> key) {
        Map<String, List<Fact>> groups = new TreeMap<>(NULLS_LAST);
        facts.forEach(fact -> groups.computeIfAbsent(key.apply(fact), any -> new ArrayList<>())
                .add(fact));
        List<String> lines = new ArrayList<>();
        groups.forEach((value, rows) -> lines.add(group(value, rows).toString()));
        return lines;
    }

    private static ObjectNode group(@Nullable String key, List<Fact> rows) {
        List<BigDecimal> revenues =
                rows.stream().map(Fact::revenue).filter(Objects::nonNull).toList();
        List<Integer> quantities =
                rows.stream().map(Fact::quantity).filter(Objects::nonNull).toList();
        List<Integer> priorities =
                rows.stream().map(Fact::priority).filter(Objects::nonNull).toList();
        BigDecimal sum = revenues.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean any = !revenues.isEmpty();
        ObjectNode group = new ObjectMapper().createObjectNode();
        group.putObject("keys").put("k", key);
        group.put("count", rows.size());
        group.putObject("countDistinct")
                .put("priority", priorities.stream().distinct().count());
        group.putObject("sum")
                .put("revenue", any ? sum.setScale(2).toPlainString() : null)
                .put(
                        "quantity",
                        quantities.isEmpty()
                                ? null
                                : String.valueOf(
                                        quantities.stream().mapToLong(n -> n).sum()));
        group.putObject("avg")
                .put(
                        "revenue",
                        any
                                ? sum.divide(BigDecimal.valueOf(revenues.size()), 8, RoundingMode.HALF_UP)
                                        .toPlainString()
                                : null);
        group.putObject("min")
                .put(
                        "priority",
                        priorities.stream().min(Comparator.naturalOrder()).orElse(null));
        group.putObject("max")
                .put(
                        "revenue",
                        revenues.stream()
                                .max(Comparator.naturalOrder())
                                .map(BigDecimal::toPlainString)
                                .orElse(null));
        return group;
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.engine.FactTable#databases")
    void havingAndOrderTakeDimensions(TestDatabase database) {
        List<Fact> facts = List.of(
                new Fact(new BigDecimal("1.50"), 1, "a", "north", 1, 1),
                new Fact(new BigDecimal("2.50"), 1, "b", "north", 1, 2),
                new Fact(null, 1, "b", "south", 2, 3),
                new Fact(new BigDecimal("9.00"), null, "c", null, null, 4));
        try (TestingEngine engine = FactTable.open(database, folder, facts, FactTable.schema())) {
            assertThat(engine.ask(
                                    "{ salesSummary(groupBy: [{category: true}, {customerRegion: true}], having: {max: {category: {neq: \"c\"}}},"
                                            + " orderBy: [{keys: {customerRegion: DESC}}, {sum: {revenue: DESC}}]) "
                                            + "{ __typename keys { category customerRegion } sum { revenue } } }",
                                    Map.of())
                            .data()
                            .toString())
                    .isEqualTo(
                            "{\"salesSummary\":["
                                    + "{\"__typename\":\"DailySalesAggregate\",\"keys\":{\"category\":\"b\",\"customerRegion\":\"south\"},\"sum\":{\"revenue\":null}},"
                                    + "{\"__typename\":\"DailySalesAggregate\",\"keys\":{\"category\":\"b\",\"customerRegion\":\"north\"},\"sum\":{\"revenue\":\"2.50\"}},"
                                    + "{\"__typename\":\"DailySalesAggregate\",\"keys\":{\"category\":\"a\",\"customerRegion\":\"north\"},\"sum\":{\"revenue\":\"1.50\"}}]}");
            assertThat(engine.ask("{ salesSummary { keys { category } } }", Map.of())
                            .errorCode())
                    .isEqualTo("BAD_USER_INPUT");
            assertThat(engine.ask("{ salesSummary { rows } }", Map.of()).errorCode())
                    .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        }
    }
}
