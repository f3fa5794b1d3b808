package io.fraiseql.core.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IntrospectionTest {

    private static final Surface SURFACE = TestingSurface.music();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void theFullQueryReflectsTheSurface() throws IOException {
        String query = IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                .directiveIsRepeatable(true)
                .inputValueDeprecation(true)
                .specifiedByUrl(true)
                .descriptions(true));
        ParsedOperation operation = SURFACE.parse(query, null);
        byte[] json = SURFACE.introspect(operation, Map.of()).get("__schema");
        Map<String, Object> schema = MAPPER.readValue(json, new TypeReference<>() {});
        Document fromAnswer = new IntrospectionResultToSchema().createSchemaDefinition(Map.of("__schema", schema));
        Document fromSurface = Parser.parse(SURFACE.sdl());
        // The converter leaves this directive out.
        String expected = definitions(fromSurface).replaceAll(" @specifiedBy\\(.*\\)", "");
        assertThat(definitions(fromAnswer)).isEqualTo(expected);
    }

    @Test
    void onlyTheDirectivesOfTheSurfaceAreShown() throws IOException {
        JsonNode answer = ask("{ __schema { directives { name locations } } }", Map.of(), "__schema");
        assertThat(answer.findValuesAsText("name"))
                .containsExactlyInAnyOrder("skip", "include", "deprecated", "specifiedBy", "consistent");
    }

    @Test
    void scalarsSayWhatSpecifiesThem() throws IOException {
        JsonNode answer = ask("{ __type(name: \"JSON\") { specifiedByURL } }", Map.of(), "__type");
        assertThat(answer.get("specifiedByURL").textValue()).isEqualTo("https://www.rfc-editor.org/rfc/rfc8259");
    }

    @Test
    void aliasesFragmentsDirectivesAndVariablesAreHonoured() throws IOException {
        String document = "query ($name: String!, $no: Boolean = false, $n: Int) { albums(limit: $n) { title }"
                + " b: __type(name: $name) { ...t description @include(if: $no) } ...r"
                + " c: __type(name: \"Nothing\") { name } }"
                + " fragment t on __Type { kind title: name }"
                + " fragment r on Query { __typename ... @skip(if: $no) { a: __type(name: \"Mood\") { enumValues { name } } } }";
        ParsedOperation operation = SURFACE.parse(document, null);
        Map<String, Object> variables = SURFACE.coerceVariables(operation, Map.of("name", "Album"));
        Map<String, String> answer = SURFACE.introspect(operation, variables).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new String(entry.getValue(), StandardCharsets.UTF_8),
                        (left, right) -> left,
                        java.util.LinkedHashMap::new));
        assertThat(answer)
                .hasToString("{b={\"kind\":\"OBJECT\",\"title\":\"Album\"},"
                        + " a={\"enumValues\":[{\"name\":\"HAPPY\"},{\"name\":\"SAD\"}]}, c=null}");
    }

    @Test
    void differentVariablesGetDifferentAnswers() throws IOException {
        String document = "query ($name: String!) { __type(name: $name) { name } }";
        assertThat(ask(document, Map.of("name", "Album"), "__type").get("name").textValue())
                .isEqualTo("Album");
        assertThat(ask(document, Map.of("name", "Track"), "__type").get("name").textValue())
                .isEqualTo("Track");
    }

    @Test
    void theSameQuestionIsAnsweredOnce() {
        ParsedOperation operation = SURFACE.parse("{ __schema { types { name } } }", null);
        byte[] first = SURFACE.introspect(operation, Map.of()).get("__schema");
        assertThat(SURFACE.introspect(operation, Map.of()).get("__schema")).isSameAs(first);
    }

    @Test
    void nothingIsAnsweredWithoutAQuestion() {
        assertThat(SURFACE.introspect(SURFACE.parse("{ __typename albums { title } }", null), Map.of()))
                .isEmpty();
    }

    private static JsonNode ask(String document, Map<String, Object> variables, String key) throws IOException {
        ParsedOperation operation = SURFACE.parse(document, null);
        return MAPPER.readTree(SURFACE.introspect(operation, SURFACE.coerceVariables(operation, variables))
                .get(key));
    }

    private static String definitions(Document document) {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false);
        return new SchemaPrinter(options)
                .print(document)
                .lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
