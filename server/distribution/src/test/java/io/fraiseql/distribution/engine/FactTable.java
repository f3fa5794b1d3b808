package io.fraiseql.distribution.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A fact table with measures in columns and dimensions inside JSON, and rows for it with nulls and ties. */
public final class FactTable {

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

    private FactTable() {}

    record Fact(
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

    /** The databases that group by values inside JSON, for parameterized tests. */
    public static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.values())
                .filter(database -> Target.dialect(database).capabilities().contains(Capability.WINDOWS));
    }

    private static String json(TestDatabase database) {
        return switch (database) {
            case SQLITE -> "TEXT";
            case POSTGRESQL -> "jsonb";
            case MYSQL, MARIADB -> "json";
            case SQLSERVER -> "NVARCHAR(MAX)";
        };
    }

    static ObjectNode schema() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(SCHEMA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestingEngine open(TestDatabase database, Path folder, List<Fact> facts, ObjectNode schema) {
        Target target = Target.create(database, folder);
        Random random = new Random(7);
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE tf_daily_sales (revenue NUMERIC(10, 2), quantity INTEGER, data " + json(database)
                + " NOT NULL, sold_on DATE)");
        facts.forEach(fact -> statements.add(fact.insert(random)));
        target.run(statements);
        return TestingEngine.open(target, EngineSettings.open().authored(generated -> schema));
    }

    static List<Fact> random(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> Fact.random(random)).limit(count).toList();
    }
}
