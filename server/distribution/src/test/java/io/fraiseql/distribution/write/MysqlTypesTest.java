package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of the types that only MySQL and MariaDB have, written one by one and many at once, come back the same. */
class MysqlTypesTest {

    private static final String TABLE =
            "CREATE TABLE kind (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, flag BIT(1), mask BIT(12), yes TINYINT(1), tiny TINYINT,"
                    + " medium MEDIUMINT, wide BIGINT UNSIGNED, fine DECIMAL(65, 30), small FLOAT, year YEAR,"
                    + " mood ENUM('calm', 'wild''s'), label CHAR(5), raw VARBINARY(8), stamp TIMESTAMP(6) NULL,"
                    + " moment DATETIME(3), clock TIME(2), doc JSON, old VARCHAR(20) CHARACTER SET latin1)";

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("flag", true),
            Map.entry("mask", 3000L),
            Map.entry("yes", false),
            Map.entry("tiny", -128L),
            Map.entry("medium", 8_388_607L),
            Map.entry("wide", "18446744073709551615"),
            Map.entry("fine", "-12345678901234567890123456789012345.123456789012345678901234567891"),
            Map.entry("small", 0.1),
            Map.entry("year", 2026L),
            Map.entry("label", "a'\\b"),
            Map.entry("raw", "AP8nXA=="),
            Map.entry("stamp", "2026-01-02T03:04:05.678901Z"),
            Map.entry("moment", "2026-01-02T03:04:05.678000"),
            Map.entry("clock", "23:59:59.250000"),
            Map.entry("old", "Käse"));

    @TempDir
    private Path folder;

    private static Map<String, Object> values(JsonNode type) {
        Map<String, Object> values = new HashMap<>(VALUES);
        values.put("doc", Map.of("a", List.of(1L, "\\\"'", Map.of())));
        for (JsonNode field : type.path("fields")) {
            if (field.path("name").asText().equals("mood")) {
                values.put("mood", field.path("type").asText().equals("String") ? "wild's" : "wild_s");
            }
        }
        return values;
    }

    private static JsonNode kind(JsonNode schema) {
        for (JsonNode type : schema.path("types")) {
            if (type.path("name").asText().equals("Kind")) {
                return type;
            }
        }
        throw new AssertionError("no type Kind in " + schema);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void valuesComeBackAsTheyWent(TestDatabase database) {
        Target target = Target.create(database, folder);
        target.run(List.of(TABLE));
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().writing())) {
            Map<String, Object> values = values(kind(engine.schema()));
            String fields = String.join(" ", values.keySet());
            JsonNode made = engine.ask(
                            "mutation ($v: KindCreateInput!, $s: KindSetInput!) { one: createKind(input: $v) { "
                                    + fields
                                    + " } many: createKinds(inputs: [$v, $v]) { returning { " + fields
                                    + " } } none: createKind(input: {}) { id } set: updateKind(id: 4, set: $s) { "
                                    + fields + " } }",
                            Map.of("v", values, "s", values))
                    .data();
            JsonNode one = made.get("one");
            VALUES.forEach(
                    (name, value) -> assertThat(one.get(name).asText()).as(name).isEqualTo(value.toString()));
            assertThat(one.get("doc").toString()).isEqualTo("{\"a\":[1,\"\\\\\\\"'\",{}]}");
            assertThat(made.at("/many/returning/0")).isEqualTo(one);
            assertThat(made.at("/many/returning/1")).isEqualTo(one);
            assertThat(made.get("set")).isEqualTo(one);
            ObjectNode back = one.deepCopy();
            assertThat(engine.ask(
                                    "{ kinds(where: {fine: {lt: \"0\"}, flag: {eq: true}}) { " + fields + " } }",
                                    Map.of())
                            .data()
                            .get("kinds"))
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row).isEqualTo(back));
        }
    }
}
