package io.fraiseql.distribution.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.sql.Capability;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Capture triggers in tests: schemas that want them, and the generated script run on the database. */
final class Triggers {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Triggers() {}

    /** The databases that have triggers, for parameterized tests. */
    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.values())
                .filter(database -> Target.dialect(database).capabilities().contains(Capability.CAPTURE));
    }

    /** Every type wants triggers. */
    static UnaryOperator<ObjectNode> everywhere() {
        return schema -> {
            schema.path("types").forEach(type -> ((ObjectNode) type).put("capture", "trigger"));
            return schema;
        };
    }

    /** What is generated for the schema of an engine. */
    static CaptureScript script(TestingEngine engine, TestDatabase database) {
        return script(engine.schema(), database);
    }

    /** What is generated for a schema. */
    static CaptureScript script(JsonNode schema, TestDatabase database) {
        var model = new SchemaLoader(new ScalarCatalog().types())
                .load(schema.toString(), List.of(database.dialect()))
                .orThrow();
        return new CaptureScript(model, Target.dialect(database));
    }

    /** Runs the script as it is written. */
    static void install(Target target, CaptureScript script) {
        sql(target, script.text());
    }

    /** Runs statements of another program, each committed by itself. */
    static void sql(Target target, String... statements) {
        if (target.database() == TestDatabase.SQLSERVER) {
            TestDatabase.run(target.url(), String.join("\nGO\n", statements));
            return;
        }
        try (var connection = TestDatabase.connect(target.url());
                var statement = connection.createStatement()) {
            if (target.database() == TestDatabase.SQLITE) {
                statement.execute("PRAGMA foreign_keys = ON");
            }
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join(";\n", statements) + "\n" + e.getMessage(), e);
        }
    }

    /** The events so far, those of a row in their order; JSON as trees, in which equal numbers are equal. */
    static List<List<Object>> events(Target target) {
        List<List<Object>> events = new ArrayList<>();
        for (List<String> row : target.rows(Shop.EVENTS)) {
            List<Object> event = new ArrayList<>(row.subList(0, 3));
            row.subList(3, 6).forEach(json -> event.add(json == null ? null : tree(json)));
            events.add(event);
        }
        events.sort(Comparator.comparing(event -> event.get(0) + " " + event.get(1)));
        return events;
    }

    private static JsonNode tree(String json) {
        try {
            return byValue(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private static JsonNode byValue(JsonNode node) {
        if (node.isNumber()) {
            return DoubleNode.valueOf(node.doubleValue() + 0.0);
        }
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(member -> member.setValue(byValue(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, byValue(array.get(i)));
            }
        }
        return node;
    }
}
