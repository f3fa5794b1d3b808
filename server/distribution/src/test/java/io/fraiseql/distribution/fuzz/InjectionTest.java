package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.fuzz.TableDraft.ColumnDraft;
import io.fraiseql.distribution.oracle.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile texts in every position of a request: answered as any other text or refused as input, on every database. */
final class InjectionTest {

    private static final List<String> CLIENT_ERRORS = List.of(
            "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "OPERATION_RESOLUTION_FAILURE");
    private static final List<String> MATCHES = List.of(
            "eq", "neq", "gt", "lte", "contains", "icontains", "startsWith", "istartsWith", "endsWith", "iendsWith");
    private static final List<String> PATTERNS = List.of("like", "ilike", "nlike", "nilike", "regex", "iregex");

    private static RandomWorld world;

    @BeforeAll
    static void open() {
        world = RandomWorld.of(List.of(note()), EngineSettings.open());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** A table with a column of each scalar and a row for each text. */
    private static TableDraft note() {
        List<ColumnDraft> columns = new ArrayList<>();
        columns.add(new ColumnDraft("id", Scalar.INT, false));
        for (Scalar scalar : Scalar.EVERYWHERE) {
            columns.add(new ColumnDraft("a" + scalar.name().toLowerCase(java.util.Locale.ROOT), scalar, true));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String text : Hostile.TEXTS) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", (long) rows.size());
            row.put("astring", text);
            rows.add(row);
        }
        return new TableDraft("note", columns, List.of("id"), List.of(), rows);
    }

    @AfterEach
    void theDataIsAsItWas() {
        agree("{ notes { id astring } }", Map.of());
    }

    @Test
    void valuesAreOnlyValues() {
        for (String text : Hostile.TEXTS) {
            for (String operator : MATCHES) {
                String condition = "{astring: {" + operator + ": ";
                agree("{ notes(where: " + condition + DocumentWriter.literal(text) + "}}) { id } }", Map.of());
                agree("query($v: String!) { notes(where: " + condition + "$v}}) { id } }", Map.of("v", text));
            }
            agree(
                    "query($v: [String!]!) { notes(where: {astring: {in: $v}}) { id } }",
                    Map.of("v", List.of(text, "x")));
            agree(
                    "query($w: NoteWhere!) { notes(where: $w) { id } }",
                    Map.of("w", Map.of("astring", Map.of("nin", List.of(text)))));
        }
    }

    @Test
    void patternsAreAnsweredAlikeOrRefused() {
        for (String text : Hostile.TEXTS) {
            for (String operator : PATTERNS) {
                String document = "query($v: String!) { notes(where: {astring: {" + operator + ": $v}}) { id } }";
                Set<String> outcomes = outcomes(document, Map.of("v", text));
                if (operator.endsWith("like")) {
                    assertThat(outcomes).as("%s %s", operator, text).hasSize(1);
                }
            }
        }
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        for (String text : Hostile.REFUSED) {
            for (TestingEngine engine : world.engines()) {
                refused(engine, "query($v: String!) { notes(where: {astring: {eq: $v}}) { id } }", Map.of("v", text));
                refused(
                        engine,
                        "query($v: [String!]!) { notes(where: {astring: {in: $v}}) { id } }",
                        Map.of("v", List.of(text)));
            }
        }
    }

    @Test
    void otherScalarsRefuseTexts() {
        for (Scalar scalar : Scalar.EVERYWHERE) {
            if (scalar == Scalar.STRING) {
                continue;
            }
            String type = Input.typeName(scalar);
            String document = "query($v: " + type + "!) { notes(where: {a" + type.toLowerCase(java.util.Locale.ROOT)
                    + ": {eq: $v}}) { id } }";
            for (String text : all()) {
                boolean legal = (scalar == Scalar.BYTES && text.length() % 4 == 0)
                        || (scalar == Scalar.DECIMAL && text.equals("1e400"));
                if (!legal) {
                    world.engines().forEach(engine -> refused(engine, document, Map.of("v", text)));
                }
            }
        }
    }

    @Test
    void namesComeFromTheSchemaOnly() {
        for (String text : all()) {
            for (TestingEngine engine : world.engines()) {
                Map<String, Object> direction = Map.of("o", List.of(Map.of("id", text)));
                Map<String, Object> member = Map.of("o", List.of(Map.of(text, "ASC")));
                String ordered = "query($o: [NoteOrderBy!]) { notes(orderBy: $o) { id } }";
                refused(engine, ordered, direction);
                refused(engine, ordered, member);
                String filtered = "query($w: NoteWhere) { notes(where: $w) { id } }";
                refused(engine, filtered, Map.of("w", Map.of(text, Map.of("eq", "x"))));
                refused(engine, filtered, Map.of("w", Map.of("astring", Map.of(text, "x"))));
                refused(engine, "query($n: Int) { notes(limit: $n) { id } }", Map.of("n", text));
            }
        }
    }

    @Test
    void documentsWithTextsInPlaceOfNamesAreRefusedOrHarmless() {
        List<String> documents = List.of(
                "{ x%s: notes { id } }",
                "{ notes%s { id } }",
                "{ notes { id%s } }",
                "{ notes(where%s: {}) { id } }",
                "{ notes(where: {id%s: {eq: 1}}) { id } }",
                "{ notes(orderBy: [{id: ASC%s}]) { id } }",
                "query($v%s: Int) { notes(limit: $v) { id } }",
                "query q%s { notes { id } }",
                "{ notes @skip%s(if: false) { id } }",
                "{ ...f } fragment f%s on Query { notes { id } }");
        for (String text : all()) {
            for (String document : documents) {
                String placed = document.replace("%s", text);
                assertThat(outcomes(placed, Map.of())).as(placed).hasSize(1);
            }
        }
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(Hostile.TEXTS);
        all.addAll(Hostile.REFUSED);
        return all;
    }

    private static void agree(String document, Map<String, Object> variables) {
        assertThat(world.difference(new Operation(document, variables))).isNull();
    }

    private static void refused(TestingEngine engine, String document, Map<String, Object> variables) {
        assertThat(engine.ask(document, variables).errorCode())
                .as("%s with %s", document, variables)
                .isIn(CLIENT_ERRORS);
    }

    private static Set<String> outcomes(String document, Map<String, Object> variables) {
        return world.engines().stream()
                .map(engine -> outcome(engine, document, variables))
                .collect(Collectors.toSet());
    }

    /** The data, or the code of a client's error. */
    private static String outcome(TestingEngine engine, String document, Map<String, Object> variables) {
        Answer answer = engine.ask(document, variables);
        if (answer.errorCode().isEmpty()) {
            return answer.json();
        }
        assertThat(answer.errorCode()).as("%s with %s", document, variables).isIn(CLIENT_ERRORS);
        return answer.errorCode();
    }
}
