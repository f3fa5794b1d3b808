package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes that must not happen: filters that say nothing, inputs that say too little, constraints that are broken. */
class RefusedWritesTest {

    private static final List<String> EMPTY_FILTERS = List.of(
            "{}",
            "{_and: []}",
            "{_and: [{}]}",
            "{_or: []}",
            "{_or: [{}, {id: {eq: 1}}]}",
            "{_not: {}}",
            "{_not: {_or: []}}",
            "{name: {}}",
            "{name: {eq: \"a\"}, _and: [{}]}",
            "{books: {every: {}}}",
            "{books: {}}",
            "{id: {nin: []}}",
            "{_not: {id: {in: []}}}",
            "null");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aFilterThatSaysNothingIsNeverWidened(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthors(inputs: [{name: \"a\"}, {name: \"b\"}]) { affectedRows } }");
            for (String filter : EMPTY_FILTERS) {
                refused(shop, "mutation { deleteAuthors(where: " + filter + ") { affectedRows } }", Map.of());
                refused(
                        shop,
                        "mutation { updateAuthors(where: " + filter + ", set: {name: \"x\"}) { affectedRows } }",
                        Map.of());
            }
            refused(shop, "mutation { deleteAuthors { affectedRows } }", Map.of());
            refused(shop, "mutation { deleteAuthors(all: false) { affectedRows } }", Map.of());
            refused(shop, "mutation { deleteAuthors(all: null) { affectedRows } }", Map.of());
            refused(shop, "mutation { deleteAuthors(where: {id: {eq: 1}}, all: true) { affectedRows } }", Map.of());
            String variable = "mutation ($w: AuthorWhere) { deleteAuthors(where: $w) { affectedRows } }";
            refused(shop, variable, Map.of());
            refused(shop, variable, nulls("w"));
            refused(shop, variable, Map.of("w", Map.of()));
            refused(shop, variable, Map.of("w", Map.of("_or", List.of(Map.of()))));
            refused(shop, variable, Map.of("w", Map.of("id", Map.of("nin", List.of()))));
            refused(shop, variable, Map.of("w", nulls("name")));
            refused(
                    shop,
                    "mutation ($w: AuthorWhere) { deleteAuthors(where: $w, all: true) { affectedRows } }",
                    Map.of());
            String ids = "mutation ($ids: [Int!]) { deleteAuthors(where: {id: {nin: $ids}}) { affectedRows } }";
            refused(shop, ids, Map.of("ids", List.of()));
            refused(shop, ids, Map.of());
            assertThat(shop.rows("SELECT name FROM author ORDER BY id")).containsExactly("a", "b");
            assertThat(shop.events()).hasSize(2);
        }
    }

    private static Map<String, Object> nulls(String... names) {
        Map<String, Object> values = new HashMap<>();
        Arrays.stream(names).forEach(name -> values.put(name, null));
        return values;
    }

    private static void refused(Shop shop, String document, Map<String, Object> variables) {
        Answer answer = shop.ask(document, variables);
        assertThat(answer.errorCode())
                .as(document + " " + variables + " " + answer.json())
                .isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void inputsAreCheckedBeforeSql(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            expect(shop, "mutation { createAuthor(input: {}) { id } }", "input.name: a value is required");
            expect(shop, "mutation { createAuthor(input: {name: null}) { id } }", "must not be null");
            expect(
                    shop,
                    "mutation { createAuthor(input: {name: \"a\", nam: 1}) { id } }",
                    "Did you mean \\\"name\\\"?");
            expect(shop, "mutation { createAuthor(input: {name: \"a\", born: \"2000-13-01\"}) { id } }", "born");
            expect(
                    shop,
                    "mutation { createAuthor(input: {name: \"" + "x".repeat(21) + "\"}) { id } }",
                    "more than 20 characters");
            expect(
                    shop,
                    "mutation { createBook(input: {authorId: 1, title: \"a\", price: \"123456789.00\"}) { id } }",
                    "8 digits");
            expect(shop, "mutation { createBook(input: {authorId: 1, title: \"a\", cents: \"1\"}) { id } }", "cents");
            expect(shop, "mutation { updateAuthor(id: 1, set: {}) { id } }", "'set' is empty");
            expect(shop, "mutation { updateAuthor(id: 1, set: {id: 2}) { id } }", "id");
            expect(shop, "mutation { updateAuthor(set: {name: \"x\"}) { id } }", "id");
            expect(shop, "mutation { creatAuthor(input: {name: \"x\"}) { id } }", "Did you mean \\\"createAuthor\\\"");
            assertThat(shop.ask(
                                    "mutation ($r: [AuthorCreateInput!]!) { createAuthors(inputs: $r) { affectedRows } }",
                                    Map.of("r", List.of(Map.of("name", "a"), Map.of("born", "2000-01-01"))))
                            .json())
                    .contains("$r[1].name: a value is required");
            assertThat(shop.rows("SELECT count(*) FROM author")).containsExactly("0");
        }
    }

    private static void expect(Shop shop, String document, String message) {
        assertThat(shop.ask(document).json()).as(document).contains("\"errors\"", message);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void brokenConstraintsNameTheirKindAndField(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {name: \"Ada\"}) { id } }");
            shop.data("mutation { createBook(input: {authorId: 1, title: \"One\"}) { id } }");
            broken(shop, "createAuthor(input: {name: \"Ada\"}) { id }", "UNIQUE", "[\"name\"]");
            broken(shop, "createAuthor(input: {id: 1, name: \"Eve\"}) { id }", "UNIQUE", "[\"id\"]");
            broken(
                    shop,
                    "createAuthors(inputs: [{name: \"x\"}, {name: \"x\"}]) { affectedRows }",
                    "UNIQUE",
                    "[\"name\"]");
            broken(shop, "updateAuthor(id: 1, set: {name: null}) { id }", "NOT_NULL", "[\"name\"]");
            broken(shop, "updateBook(id: 1, set: {price: null}) { id }", "NOT_NULL", "[\"price\"]");
            broken(
                    shop,
                    "updateBook(id: 1, set: {price: \"-1\"}) { id }",
                    "CHECK",
                    database == TestDatabase.POSTGRESQL ? "[\"price\"]" : null);
            broken(
                    shop,
                    "createBook(input: {authorId: 9, title: \"x\"}) { id }",
                    "FOREIGN_KEY",
                    database == TestDatabase.SQLITE ? "[]" : "[\"authorId\"]");
            broken(shop, "deleteAuthor(id: 1) { id }", "FOREIGN_KEY", null);
            assertThat(shop.rows("SELECT count(*) FROM author")).containsExactly("1");
            assertThat(shop.events()).hasSize(2);
        }
    }

    private static void broken(Shop shop, String field, String kind, String fields) {
        Answer answer = shop.ask("mutation { " + field + " }");
        assertThat(answer.errorCode()).as(answer.json()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(answer.tree().at("/errors/0/extensions/constraint/kind").asText())
                .isEqualTo(kind);
        if (fields != null) {
            assertThat(answer.tree()
                            .at("/errors/0/extensions/constraint/fields")
                            .toString())
                    .isEqualTo(fields);
        }
        assertThat(answer.tree().get("data").elements().next().isNull()).isTrue();
        assertThat(answer.json()).doesNotContain("INSERT", "INTO", "_key", "constraint failed");
    }
}
