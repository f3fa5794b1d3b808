package io.fraiseql.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.core.rule.Truth;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.surface.Surface;
import io.fraiseql.core.surface.SurfaceLimits;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionFilterTest {

    private static final String ROW = """
            {"id":"7","name":"Ångström 10%_\\\\","none":null,"price":"19.99","ratio":0.1,"count":"9007199254740993","paid":true,"mood":"HAPPY",\
            "key":"0d9e0a5c-0000-4000-8000-00000000000a","at":"2026-01-31T12:00:00Z","day":"2026-01-31","time":"12:00:00","local":"2026-01-31T12:00:00",\
            "span":"P1DT2H","data":"AQI=","tags":["a","b"],"extra":{"a": 1},"broken":"x","city":"İSTANBUL ΟΔΟΣ"}""";
    private static final String SCHEMA = """
            {"types": [{"name": "Item", "sql_source": "item", "primary_key": ["id"], "fields": [
              {"name": "id", "type": "ID", "nullable": false, "sql": {"type": "integer"}},
              {"name": "name", "type": "String", "nullable": false}, {"name": "none", "type": "String", "nullable": true},
              {"name": "price", "type": "Decimal", "nullable": true, "sql": {"type": "decimal", "precision": 9, "scale": 2}},
              {"name": "ratio", "type": "Float", "nullable": true, "sql": {"type": "real"}},
              {"name": "count", "type": "BigInt", "nullable": true}, {"name": "paid", "type": "Boolean", "nullable": true},
              {"name": "mood", "type": "Mood", "nullable": true}, {"name": "key", "type": "UUID", "nullable": true},
              {"name": "at", "type": "DateTime", "nullable": true}, {"name": "day", "type": "Date", "nullable": true},
              {"name": "time", "type": "Time", "nullable": true}, {"name": "local", "type": "LocalDateTime", "nullable": true},
              {"name": "span", "type": "Duration", "nullable": true}, {"name": "data", "type": "Bytes", "nullable": true},
              {"name": "tags", "type": "[String!]", "nullable": true}, {"name": "extra", "type": "JSON", "nullable": true},
              {"name": "city", "type": "String", "nullable": true}, {"name": "missing", "type": "String", "nullable": true}, {"name": "broken", "type": "Int", "nullable": true},
              {"name": "parent", "type": "Item", "nullable": true, "relation": {"from": ["parent_id"], "to": ["id"]}},
              {"name": "parents", "type": "[Item!]", "nullable": false, "relation": {"from": ["id"], "to": ["parent_id"]}}]}],
             "enums": [{"name": "Mood", "values": [{"name": "HAPPY", "value": "happy!"}, {"name": "SAD", "value": "sad"}]}],
             "queries": [{"name": "items", "return_type": "Item", "returns_list": true}],
             "mutations": [{"name": "createItem", "return_type": "Item", "table": "item", "operation": "CREATE"}],
             "subscriptions": [{"name": "item", "entity_type": "Item"}]}""";

    private static final ScalarCatalog SCALARS = new ScalarCatalog();
    private static final Model MODEL =
            new SchemaLoader(SCALARS.types()).load(SCHEMA, List.of("test")).orThrow();
    private static final Dialect DIALECT = new TestingDialect();
    private static final Surface SURFACE =
            new Surface(MODEL, DIALECT, SCALARS::codec, new SurfaceLimits(15, 1000, 50, 20, 1000, 15_000, true));
    private static final OperationPlanner PLANNER = new OperationPlanner(
            MODEL, DIALECT, new PlanOptions(1000, false), SURFACE.schema(), SURFACE::coerceLiteral);

    private record TestingDialect() implements Dialect {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public String quote(String name) {
            return name;
        }

        @Override
        public boolean write(SqlNode node, SqlWriter out) {
            return false;
        }
    }

    static Stream<String> filters() throws IOException {
        try (InputStream in = SubscriptionFilterTest.class.getResourceAsStream("subscription-filters.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void saysOfTheRowWhatADatabaseWouldSay(String line) {
        int at = line.indexOf(" {");
        String answer = line.substring(0, at);
        String filter = line.substring(at + 1);
        assertThat(answer("subscription { item(where: " + filter + ") { id } }"))
                .startsWith(answer);
    }

    private static String answer(String document) {
        try {
            Truth truth = plan(document).filter().test(new EventRow(event(ROW)));
            return truth == Truth.TRUE ? "yes" : "no";
        } catch (FraiseqlException | RuleEvaluationException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static SubscriptionPlan plan(String document) {
        return PLANNER.subscription(SURFACE.parse(document, null), Map.of());
    }

    private static Event event(String row) {
        UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        return new Event(1, id, "Item", "7", Event.Type.INSERT, row, null, null, null, null, null, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { item @skip(if: true) { id } }",
                "subscription { item @include(if: true) { id } }",
                "subscription ($s: Boolean!) { item @skip(if: $s) { id } }",
                "subscription { ... @include(if: false) { item { id } } }",
                "subscription { ...f @skip(if: true) } fragment f on Subscription { item { id } }",
                "subscription { ...f } fragment f on Subscription { item @skip(if: false) { id } }"
            })
    void theRootFieldIsNeitherSkippedNorIncluded(String document) {
        assertThat(answer(document)).contains("The root field of a subscription cannot be skipped or included");
        assertThat(plan("subscription { item { id name @skip(if: true) } }").filter())
                .isNotNull();
    }

    @Test
    void theAnswerHasWhatIsSelectedAsTheApiWritesIt() {
        assertThat(row(
                        "{ n: name id none price ratio count paid mood key at day time local span data tags extra __typename }",
                        ROW))
                .isEqualTo("{\"n\":\"Ångström 10%_\\\\\",\"id\":\"7\",\"none\":null,\"price\":\"19.99\",\"ratio\":0.1,"
                        + "\"count\":\"9007199254740993\",\"paid\":true,\"mood\":\"HAPPY\","
                        + "\"key\":\"0d9e0a5c-0000-4000-8000-00000000000a\",\"at\":\"2026-01-31T12:00:00Z\",\"day\":\"2026-01-31\","
                        + "\"time\":\"12:00:00\",\"local\":\"2026-01-31T12:00:00\",\"span\":\"P1DT2H\",\"data\":\"AQI=\","
                        + "\"tags\":[\"a\",\"b\"],\"extra\":{\"a\":1},\"__typename\":\"Item\"}");
        assertThat(row("{ id mood }", "{\"id\": 7, \"mood\": \"happy!\"}"))
                .as("what a function of the database wrote")
                .isEqualTo("{\"id\":\"7\",\"mood\":\"HAPPY\"}");
        assertThatThrownBy(() -> row("{ name }", "{\"id\":\"7\"}")).hasMessageContaining("name");
        assertThatThrownBy(() -> row("{ id parent { id } }", ROW))
                .hasMessageContaining("'parent' is not in the events of Item");
    }

    private static String row(String selection, String json) {
        Utf8Buffer out = new Utf8Buffer(64);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        plan("subscription { item " + selection + " }").row().write(bytes, 0, bytes.length, out);
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }
}
