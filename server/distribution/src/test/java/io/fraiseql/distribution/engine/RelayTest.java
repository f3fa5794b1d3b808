package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections and global ids as clients use and misuse them, on every database. */
class RelayTest {

    private static final String PAGE =
            "query ($f: Int, $l: Int, $a: Cursor, $b: Cursor, $o: [BookOrderBy!]) { booksConnection(first: $f, last: $l,"
                    + " after: $a, before: $b, orderBy: $o) { nodes { id } pageInfo { endCursor } } }";

    @TempDir
    private Path folder;

    private TestingEngine engine;

    private TestingEngine open(TestDatabase database) {
        Target target = Shelves.on(database, folder);
        Shelves.fill(target, 3, 4, 1, 1);
        target.run(List.of(
                "CREATE TABLE loan (shelf_id INTEGER NOT NULL, reader VARCHAR(20) NOT NULL, PRIMARY KEY (shelf_id, reader))",
                "INSERT INTO loan VALUES (1, 'Ann'), (1, 'Bob'), (2, 'Ann')"));
        engine = TestingEngine.open(target, EngineSettings.open());
        return engine;
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private String cursor(Map<String, Object> variables) {
        return engine.ask(PAGE, variables)
                .data()
                .at("/booksConnection/pageInfo/endCursor")
                .asText();
    }

    private void refused(String document, Map<String, Object> variables, String message) {
        Answer answer = engine.ask(document, variables);
        assertThat(answer.errorCode()).as(document).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.json()).contains(message);
    }

    @ParameterizedTest
    @EnumSource
    void refusesCursorsThatAreNotOfThisListAndOrder(TestDatabase database) {
        open(database);
        String byKey = cursor(Map.of("f", 2L));
        String byTitle = cursor(Map.of("f", 2L, "o", List.of(Map.of("title", "DESC"))));
        String other = "the cursor in 'after' is of another list or another order";
        refused(PAGE, Map.of("a", byTitle), other);
        refused(PAGE, Map.of("a", byKey, "o", List.of(Map.of("title", "DESC"))), other);
        refused(PAGE, Map.of("a", byTitle, "o", List.of(Map.of("title", "ASC"))), other);
        refused("query ($a: Cursor) { pagesConnection(after: $a) { nodes { id } } }", Map.of("a", byKey), other);
        refused(
                "query ($a: Cursor) { shelf(id: 1) { booksConnection(after: $a) { nodes { id } } } }",
                Map.of("a", byKey),
                other);
        refused("{ booksConnection(before: \"" + byTitle + "\") { totalCount } }", Map.of(), "the cursor in 'before'");
    }

    @ParameterizedTest
    @EnumSource
    void refusesEditedCursors(TestDatabase database) {
        open(database);
        String cursor = cursor(Map.of("f", 2L));
        assertThat(engine.ask(PAGE, Map.of("a", cursor)).data().toString())
                .startsWith("{\"booksConnection\":{\"nodes\":[{\"id\":2}");
        for (int i = 0; i < cursor.length(); i++) {
            char changed = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String edited = cursor.substring(0, i) + changed + cursor.substring(i + 1);
            assertThat(engine.ask(PAGE, Map.of("a", edited)).errorCode())
                    .as(edited)
                    .isEqualTo("BAD_USER_INPUT");
        }
        for (String text : List.of("", "x", cursor + "A", cursor.substring(1), "' OR 1 = 1 --", "MTIz")) {
            refused(PAGE, Map.of("a", text), "expected a Cursor as this version gave it out");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesPagesThatMakeNoSense(TestDatabase database) {
        open(database);
        refused(PAGE, Map.of("f", 1L, "l", 1L), "'first' and 'last' exclude each other");
        refused(PAGE, Map.of("f", -1L), "'first' must be an integer that is not negative");
        refused("{ booksConnection(last: -1) { totalCount } }", Map.of(), "'last' must be an integer");
        refused("{ booksConnection(first: 1001) { nodes { id } } }", Map.of(), "more than the largest allowed, 1000");
        refused(PAGE, Map.of("l", 1001L), "more than the largest allowed, 1000");
        JsonNode empty = engine.ask(
                        "{ booksConnection(first: 0) { nodes { id } pageInfo { hasNextPage endCursor } } }", Map.of())
                .data();
        assertThat(empty.toString())
                .isEqualTo(
                        "{\"booksConnection\":{\"nodes\":[],\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":null}}}");
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfAnyCursorShareOnePlan(TestDatabase database) {
        open(database);
        String first = cursor(Map.of("f", 1L));
        long renders = engine.statistics().renders();
        String second = cursor(Map.of("f", 1L, "a", first));
        String third = cursor(Map.of("f", 3L, "a", second));
        assertThat(engine.ask(PAGE, Map.of("f", 2L, "a", third))
                        .data()
                        .findValues("id")
                        .toString())
                .isEqualTo("[5, 6]");
        assertThat(engine.statistics().renders()).isEqualTo(renders + 1);
    }

    @ParameterizedTest
    @EnumSource
    void asksForNothingThatIsNotSelected(TestDatabase database) {
        open(database);
        String page = sql("{ booksConnection(first: 5) { nodes { id } } }");
        assertThat(page).doesNotContain("COUNT").doesNotContain("UNION").contains("LIMIT 5");
        assertThat(sql("{ booksConnection(first: 5) { nodes { id } pageInfo { hasNextPage } } }"))
                .contains("LIMIT 6");
        assertThat(sql("{ booksConnection(first: 5) { totalCount nodes { id } } }"))
                .containsOnlyOnce("COUNT(*)");
    }

    private String sql(String document) {
        List<RootPlan> roots = engine.plan(document, Map.of()).plan().roots();
        assertThat(roots).hasSize(1);
        return ((RootPlan.Rows) roots.get(0)).statement().sql();
    }

    @ParameterizedTest
    @EnumSource
    void keepsSelectionsApart(TestDatabase database) {
        open(database);
        String answer = engine.ask(
                        "{ c: booksConnection(first: 1) { __typename pageInfo { __typename more: hasNextPage } a: edges { __typename n: node"
                                + " { id } m: node { shelf { label } pages { id } } } b: nodes { title } n: totalCount ... on"
                                + " BookConnection { nodes { pages { words } } } } }",
                        Map.of())
                .json();
        assertThat(answer)
                .isEqualTo(
                        "{\"data\":{\"c\":{\"__typename\":\"BookConnection\",\"pageInfo\":{\"__typename\":\"PageInfo\",\"more\":true},"
                                + "\"a\":[{\"__typename\":\"BookEdge\",\"n\":{\"id\":0},\"m\":{\"shelf\":{\"label\":\"shelf 0\"},\"pages\":[{\"id\":0}]}}],"
                                + "\"b\":[{\"title\":\"book 0\"}],\"n\":12,\"nodes\":[{\"pages\":[{\"words\":\"w\"}]}]}}}");
    }

    @ParameterizedTest
    @EnumSource
    void findsObjectsByTheirGlobalIds(TestDatabase database) {
        open(database);
        JsonNode found = engine.ask(
                        "{ books(limit: 2) { nodeId } shelves(limit: 1) { nodeId } loans { nodeId } }", Map.of())
                .data();
        String zero = found.at("/books/0/nodeId").asText();
        String one = found.at("/books/1/nodeId").asText();
        String shelf = found.at("/shelves/0/nodeId").asText();
        String ann = found.at("/loans/0/nodeId").asText();
        String bob = found.at("/loans/1/nodeId").asText();
        String node =
                "query ($id: ID!) { node(id: $id) { __typename nodeId ... on Book { title } ... on Loan { reader } } }";
        assertThat(engine.ask(node, Map.of("id", one)).json())
                .isEqualTo("{\"data\":{\"node\":{\"__typename\":\"Book\",\"nodeId\":\"" + one
                        + "\",\"title\":\"book 1\"}}}");
        long renders = engine.statistics().renders();
        assertThat(engine.ask(node, Map.of("id", zero)).json()).contains("\"title\":\"book 0\"");
        assertThat(engine.statistics().renders()).isEqualTo(renders);
        assertThat(engine.ask(node, Map.of("id", bob)).json()).contains("\"reader\":\"Bob\"");
        String nodes =
                "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Book { id pages { id } } ... on Shelf { label } ... on Loan { reader } } }";
        assertThat(engine.ask(nodes, Map.of("ids", List.of(one, bob, shelf, zero, ann, one)))
                        .json())
                .isEqualTo(
                        "{\"data\":{\"nodes\":[{\"id\":1,\"pages\":[{\"id\":1}]},{\"reader\":\"Bob\"},{\"label\":\"shelf 0\"},"
                                + "{\"id\":0,\"pages\":[{\"id\":0}]},{\"reader\":\"Ann\"},{\"id\":1,\"pages\":[{\"id\":1}]}]}}");
        assertThat(engine.ask(nodes, Map.of("ids", List.of())).json()).isEqualTo("{\"data\":{\"nodes\":[]}}");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGoneIsNullAndGarbageIsRefused(TestDatabase database) {
        Target target = Shelves.on(database, folder);
        Shelves.fill(target, 1, 2, 1, 1);
        engine = TestingEngine.open(target, EngineSettings.open());
        String id = engine.ask("{ pages { nodeId } }", Map.of())
                .data()
                .at("/pages/1/nodeId")
                .asText();
        target.run(List.of("DELETE FROM page WHERE id = 1"));
        assertThat(engine.ask(
                                "{ node(id: \"" + id + "\") { nodeId } nodes(ids: [\"" + id + "\"]) { nodeId } }",
                                Map.of())
                        .json())
                .isEqualTo("{\"data\":{\"node\":null,\"nodes\":[null]}}");
        for (String text :
                List.of("", "1", "Page:1", "' OR 1 = 1 --", id + "A", id.substring(1), "AAAA" + id.substring(4))) {
            refused("query ($id: ID!) { node(id: $id) { nodeId } }", Map.of("id", text), "none of this schema's");
            refused(
                    "query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId } }",
                    Map.of("ids", List.of(id, text)),
                    "none of this schema's");
        }
        String cursor = engine.ask("{ pagesConnection { pageInfo { endCursor } } }", Map.of())
                .data()
                .findValue("endCursor")
                .asText();
        refused("{ node(id: \"" + cursor + "\") { nodeId } }", Map.of(), "none of this schema's");
        refused(
                "query ($a: Cursor) { pagesConnection(after: $a) { totalCount } }",
                Map.of("a", id),
                "expected a Cursor");
    }
}
