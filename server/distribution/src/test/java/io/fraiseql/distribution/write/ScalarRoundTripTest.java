package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.corpus.TestDemo;
import io.fraiseql.distribution.corpus.UrlDataSource;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.demo.DemoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of every scalar in the demo's specimens, written by a mutation, comes back as it was read, from the table and from the event. */
class ScalarRoundTripTest {

    private static final int FIRST_KEY = 1_000_000;
    private static final String MUTATIONS = """
            [{"name": "createSpecimen", "return_type": "Specimen", "table": "specimen", "operation": "CREATE"},
             {"name": "createSpecimens", "return_type": "Specimen", "table": "specimen", "operation": "CREATE", "returns_list": true},
             {"name": "updateSpecimen", "return_type": "Specimen", "table": "specimen", "operation": "UPDATE"}]""";
    private static final String FIELDS =
            "anInt aBigint aFloat aDecimal aBigDecimal aText aBoolean aUuid aDatetime aLocalDatetime"
                    + " aDate aTime aDuration aJson someBytes aFormat someTexts someInts someFormats";

    @TempDir
    private Path folder;

    private TestingEngine open(TestDatabase database) {
        Target target = Target.create(database, folder);
        DemoDatabase.create(new UrlDataSource(target.url()), database.dialect(), TestDemo.ddl(database.dialect()));
        return TestingEngine.open(target, EngineSettings.open().writing().authored(generated -> schema()));
    }

    private static ObjectNode schema() {
        try {
            String text = Files.readString(Path.of("..", "..", "migrations", "demo", "schema.json"));
            return AuthoredSchema.with(AuthoredSchema.object(text), "mutations", MUTATIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void oneByOneAllAtOnceAndAsChanges(TestDatabase database) {
        try (TestingEngine engine = open(database)) {
            JsonNode specimens = engine.ask("{ specimens { " + FIELDS + " } }", Map.of())
                    .data()
                    .get("specimens");
            assertThat(specimens.size()).isGreaterThan(10);
            List<Object> inputs = new ArrayList<>();
            for (int i = 0; i < specimens.size(); i++) {
                JsonNode specimen = specimens.get(i);
                Map<String, Object> input = input(specimen);
                input.put("specimenId", (long) FIRST_KEY + i);
                assertThat(written(
                                engine,
                                "mutation ($v: SpecimenCreateInput!) { w: createSpecimen(input: $v) { %s } }",
                                input))
                        .isEqualTo(specimen);
                input.put("specimenId", (long) 2 * FIRST_KEY + i);
                inputs.add(input);
                assertThat(written(
                                engine,
                                "mutation ($v: SpecimenSetInput!) { w: updateSpecimen(specimenId: " + FIRST_KEY
                                        + ", set: $v) { %s } }",
                                input(specimen)))
                        .isEqualTo(specimen);
            }
            assertThat(written(
                                    engine,
                                    "mutation ($v: [SpecimenCreateInput!]!) { w: createSpecimens(inputs: $v) { returning { %s } } }",
                                    inputs)
                            .get("returning"))
                    .isEqualTo(specimens);
        }
    }

    private static JsonNode written(TestingEngine engine, String document, Object value) {
        return engine.ask(document.formatted(FIELDS), Map.of("v", value)).data().get("w");
    }

    /** The values of an answer as a client would send them back. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> input(JsonNode row) {
        ObjectMapper mapper = new ObjectMapper()
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        try {
            return new HashMap<>((Map<String, Object>) mapper.readValue(row.toString(), Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
