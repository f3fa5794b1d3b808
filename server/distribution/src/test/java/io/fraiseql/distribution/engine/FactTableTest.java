package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fact tables: measures in columns, dimensions inside JSON. The answers are computed here once more, from the rows. */
class FactTableTest {

    private static final String SCHEMA = """
            {"version": "2.0.0",
             "fact_tables": [{"table_name": "tf_daily_sales",
               "measures": [{"name": "revenue", "sql_type": "numeric(10, 2)"}, {"name": "quantity", "sql_type": "integer"}],
               "dimensions": {"name": "data", "paths": [
                 {"name": "category", "json_path": "category", "data_type": "String"},
                 {"name": "customer_region", "json_path": "customer.region", "data_type": "String"},
                 {"name": "priority", "json_path": "priority", "data_type": "Int"}]},
               "denormalized_filters": [{"name": "sold_on", "sql_type": "date"}]}],
             "aggregate_queries": [{"name": "sales_summary", "fact_table": "tf_daily_sales", "auto_group_by": true, "auto_aggregates": true}]}""";
    private static final List<String> WORDS = List.of("books", "Books", "café", "it's \"x\"", "");
    private static final Comparator<String> NULLS_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    @TempDir
    private Path folder;

    private record Fact(
            @Nullable BigDecimal revenue,
            @Nullable Integer quantity,
            @Nullable String category,
            @Nullable String region,
            @Nullable Integer priority,
            int day) {

        static Fact random(Random random) {
            boolean nothing = random.nextInt(5) == 0;
            return new Fact(
                    nothing ? null : BigDecimal.valueOf(random.nextInt(2000) - 500, 2),
                    random.nextInt(5) == 0 ? null : random.nextInt(4),
                    random.nextInt(6) == 0 ? null : WORDS.get(random.nextInt(WORDS.size())),
                    random.nextInt(4) == 0 ? null : random.nextBoolean() ? "north" : "south",
                    random.nextInt(3) == 0 ? null : random.nextInt(3),
                    1 + random.nextInt(9));
        }

        /** A dimension that is not there is absent, null, or has no object around it. */
        String insert(Random random) {
            ObjectNode data = new ObjectMapper().createObjectNode();
            if (category != null || random.nextBoolean()) {
                data.put("category", category);
            }
            if (region != null || random.nextBoolean()) {
                data.putObject("customer").put("region", region);
            }
            if (priority != null) {
                data.put("priority", priority);
            }
            return "INSERT INTO tf_daily_sales VALUES (%s, %s, '%s', '2026-01-0%d')"
                    .formatted(revenue, quantity, data.toString().replace("'", "''"), day);
        }
    }

    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    private static ObjectNode schema() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(SCHEMA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestingEngine open(TestDatabase database, List<Fact> facts) {
        Target target = Target.create(database, folder);
        Random random = new Random(7);
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE tf_daily_sales (revenue NUMERIC(10, 2), quantity INTEGER, data "
                + (database == TestDatabase.POSTGRESQL ? "jsonb" : "TEXT") + " NOT NULL, sold_on DATE)");
        facts.forEach(fact -> statements.add(fact.insert(random)));
        target.run(statements);
        return TestingEngine.open(target, EngineSettings.open().authored(generated -> schema()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void groupsAreThoseOfTheRows(TestDatabase database) {
        Random random = new Random(20261126);
        List<Fact> facts =
                Stream.generate(() -> Fact.random(random)).limit(400).toList();
        try (TestingEngine engine = open(database, facts)) {
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
        facts.forEach(fact ->
                groups.computeIfAbsent(key.apply(fact), any -> new ArrayList<>()).add(fact));
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
        group.putObject("countDistinct").put("priority", priorities.stream().distinct().count());
        group.putObject("sum")
                .put("revenue", any ? sum.setScale(2).toPlainString() : null)
                .put("quantity", quantities.isEmpty() ? null : String.valueOf(quantities.stream().mapToLong(n -> n).sum()));
        group.putObject("avg")
                .put(
                        "revenue",
                        any ? sum.divide(BigDecimal.valueOf(revenues.size()), 8, RoundingMode.HALF_UP).toPlainString() : null);
        group.putObject("min").put("priority", priorities.stream().min(Comparator.naturalOrder()).orElse(null));
        group.putObject("max")
                .put(
                        "revenue",
                        revenues.stream().max(Comparator.naturalOrder()).map(BigDecimal::toPlainString).orElse(null));
        return group;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void havingAndOrderTakeDimensions(TestDatabase database) {
        List<Fact> facts = List.of(
                new Fact(new BigDecimal("1.50"), 1, "a", "north", 1, 1),
                new Fact(new BigDecimal("2.50"), 1, "b", "north", 1, 2),
                new Fact(null, 1, "b", "south", 2, 3),
                new Fact(new BigDecimal("9.00"), null, "c", null, null, 4));
        try (TestingEngine engine = open(database, facts)) {
            assertThat(engine.ask(
                                    "{ salesSummary(groupBy: [{category: true}, {customerRegion: true}], having: {max: {category: {neq: \"c\"}}},"
                                            + " orderBy: [{keys: {customerRegion: DESC}}, {sum: {revenue: DESC}}]) "
                                            + "{ __typename keys { category customerRegion } sum { revenue } } }",
                                    Map.of())
                            .data()
                            .toString())
                    .isEqualTo("{\"salesSummary\":["
                            + "{\"__typename\":\"DailySalesAggregate\",\"keys\":{\"category\":\"b\",\"customerRegion\":\"south\"},\"sum\":{\"revenue\":null}},"
                            + "{\"__typename\":\"DailySalesAggregate\",\"keys\":{\"category\":\"b\",\"customerRegion\":\"north\"},\"sum\":{\"revenue\":\"2.50\"}},"
                            + "{\"__typename\":\"DailySalesAggregate\",\"keys\":{\"category\":\"a\",\"customerRegion\":\"north\"},\"sum\":{\"revenue\":\"1.50\"}}]}");
            assertThat(engine.ask("{ salesSummary { keys { category } } }", Map.of()).errorCode())
                    .isEqualTo("BAD_USER_INPUT");
            assertThat(engine.ask("{ salesSummary { rows } }", Map.of()).errorCode())
                    .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        }
    }

    @Test
    void aDatabaseWithoutAggregatesIsRefusedByName() {
        Target target = Target.create(TestDatabase.SQLITE, folder);
        target.run(List.of("CREATE TABLE tf_daily_sales (revenue NUMERIC, quantity INTEGER, data TEXT, sold_on DATE)"));
        EngineSettings settings = EngineSettings.open()
                .authored(generated -> schema())
                .speaking(LessCapable::withoutAggregates);
        assertThatThrownBy(() -> TestingEngine.open(target, settings))
                .hasMessageContaining("the aggregate query salesSummary needs aggregates");
    }
}
