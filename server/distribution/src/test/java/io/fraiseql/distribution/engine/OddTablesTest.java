package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Databases with everything odd that people have: each column is read or left out, never a failure. The tables are in {@code
 * odd/….sql}.
 */
final class OddTablesTest {

    @TempDir
    private Path folder;

    @Test
    void everyTableOfPostgresIsRead() {
        Target target = Target.at(TestPostgres.shared().createDatabase());
        target.run(List.of(script("postgresql")));
        try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
            assertThat(everything(engine)).hasSizeGreaterThan(20);
            assertThat(engine.ask("{ odd(id: 1) { md mds nneg boa da gen iv u ct } }", Map.of())
                            .json())
                    .isEqualTo(
                            "{\"data\":{\"odd\":{\"md\":\"very_happy\",\"mds\":[\"sad\",\"very_happy\",\"_123\"],"
                                    + "\"nneg\":\"1200\",\"boa\":[true,false,null],\"da\":[\"2020-01-01\",null],\"gen\":6,"
                                    + "\"iv\":\"P1Y2M3DT4H5M6.7S\",\"u\":\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\",\"ct\":\"AbC\"}}}");
            assertThat(engine.ask(
                                    "{ person(id: 1) { profile { person { name } } personBySpouseId { spouse { id } } } }",
                                    Map.of())
                            .json())
                    .isEqualTo("{\"data\":{\"person\":{\"profile\":{\"person\":{\"name\":\"a\"}},"
                            + "\"personBySpouseId\":{\"spouse\":{\"id\":1}}}}}");
        }
    }

    @Test
    void everyTableOfSqliteIsRead() {
        Target target = Target.create(TestDatabase.SQLITE, folder);
        target.run(List.of(script("sqlite").split(";\\s*\n")));
        try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
            assertThat(everything(engine)).hasSizeGreaterThan(12);
            assertThat(engine.ask("{ odd(id: 1) { d e ae af s aa } }", Map.of()).json())
                    .isEqualTo("{\"data\":{\"odd\":{\"d\":\"1.10\",\"e\":\"1.1000000000\",\"ae\":2,\"af\":\"vx\","
                            + "\"s\":\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\",\"aa\":\"P1D\"}}}");
            assertThat(engine.ask("{ parents { childByU { id } childrenByP { id } } }", Map.of())
                            .json())
                    .isEqualTo("{\"data\":{\"parents\":[{\"childByU\":{\"id\":1},\"childrenByP\":[{\"id\":1}]}]}}");
        }
    }

    /** The answers to every list with all its fields. */
    private static List<JsonNode> everything(TestingEngine engine) {
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode query : engine.schema().get("queries")) {
            if (query.path("returns_list").asBoolean()) {
                String document = "{ " + query.get("name").asText() + " { __typename"
                        + fields(engine.schema(), query.get("return_type").asText()) + " } }";
                answers.add(engine.ask(document, Map.of()).data());
            }
        }
        return answers;
    }

    private static String fields(JsonNode schema, String type) {
        StringBuilder fields = new StringBuilder();
        for (JsonNode candidate : schema.get("types")) {
            if (candidate.get("name").asText().equals(type)) {
                candidate.get("fields").forEach(field -> fields.append(' ')
                        .append(field.get("name").asText())
                        .append(field.has("relation") ? " { __typename }" : ""));
            }
        }
        return fields.toString();
    }

    private static String script(String dialect) {
        try (InputStream in = OddTablesTest.class.getResourceAsStream("/odd/" + dialect + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
