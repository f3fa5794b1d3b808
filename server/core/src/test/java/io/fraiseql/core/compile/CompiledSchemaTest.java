package io.fraiseql.core.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.compile.TargetStatements.Field;
import io.fraiseql.core.compile.TargetStatements.Operation;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.schema.RandomSchema;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.schema.TestScalars;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledSchemaTest {

    private static final List<String> TARGETS = List.of("postgresql", "sqlite");
    private final CompiledSchemaWriter writer = new CompiledSchemaWriter();
    private final CompiledSchemaReader reader = new CompiledSchemaReader(TestScalars.all());

    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll long seed) {
        Model model = model(seed);
        String text = writer.write("0.1.0", model, statements());
        CompiledSchema read = reader.read(text);
        assertThat(read.model()).isEqualTo(model);
        assertThat(read.model().types().keySet())
                .containsExactlyElementsOf(model.types().keySet());
        assertThat(read.statements()).isEqualTo(statements());
        assertThat(writer.write(read.compiler(), read.model(), read.statements()))
                .isEqualTo(text);
    }

    @Test
    void theOrderOfMapsDoesNotMatter() {
        Map<String, TargetStatements> swapped = new LinkedHashMap<>();
        swapped.put("sqlite", statements().get("sqlite"));
        swapped.put("postgresql", statements().get("postgresql"));
        assertThat(writer.write("0.1.0", model(1), swapped)).isEqualTo(writer.write("0.1.0", model(1), statements()));
    }

    @Test
    void everyInputMovesTheHash() {
        String hash = reader.read(writer.write("0.1.0", model(1), statements())).hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(reader.read(writer.write("0.1.1", model(1), statements())).hash())
                .isNotEqualTo(hash);
        assertThat(reader.read(writer.write("0.1.0", model(2), statements())).hash())
                .isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a|SELECT b|its hash does not fit",
                "\"hash\": \"|\"hash\": \"0|its hash does not fit",
                "\"format_version\": 2|\"format_version\": 1|its format version is 1, and this version reads 2",
                "\"format\": \"fraiseql-compiled\"|\"format\": \"x\"|it has no `\"format\": \"fraiseql-compiled\"`",
                "\"compiler\"|\"compiler|it is not one JSON object",
                "\"targets\"|\"format\": \"\", \"targets\"|stands twice"
            })
    void refusesWhatWasChanged(String from, String to, String message) {
        String text = writer.write("0.1.0", model(1), statements());
        assertThat(text).contains(from);
        assertRefused(text.replace(from, to), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"targets\"|\"more\": 1, \"targets\"|`more` is not a key of a compiled schema",
                "\"document\":|\"more\": 1, \"document\":|`more` is not a key of an operation",
                "\"version\"|\"more\": 1, \"version\"|`more` is not a key of the schema",
                "{ a }|{ b }|the key is not the hash of the document",
                "[ \"postgresql\", \"sqlite\" ]|[ \"postgresql\" ]|its targets [postgresql]"
            })
    void refusesWhatItDoesNotKnowUnderARightHash(String from, String to, String message) {
        String text = writer.write("0.1.0", model(1), statements());
        assertThat(text).contains(from);
        assertRefused(TestHash.renew(text.replace(from, to)), message);
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Run `compile` again")
                .extracting(error -> ((FraiseqlException) error).code())
                .isEqualTo(CoreErrorCode.INVALID_SCHEMA);
    }

    private static Model model(long seed) {
        return new SchemaLoader(TestScalars.all())
                .load(new RandomSchema(seed).json(), TARGETS)
                .orThrow();
    }

    private static Map<String, TargetStatements> statements() {
        Operation operation = new Operation(null, "{ a }", List.of(new Field("a", "SELECT a"), new Field("b", "é")));
        Operation named = new Operation("N", "query N { a }", List.of());
        TargetStatements target = new TargetStatements(
                Map.of("list", "SELECT 1", "all", "SELECT 2"),
                Map.of(Sha256.of("{ a }"), operation, Sha256.of("query N { a }"), named));
        return Map.of("postgresql", target, "sqlite", target);
    }
}
