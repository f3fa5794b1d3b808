package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What columns of MySQL and MariaDB have that no other database's have. */
final class MysqlEdgesTest {

    private static final List<String> WORDS = List.of(
            "CREATE TABLE word (id INT PRIMARY KEY, ci VARCHAR(50) COLLATE utf8mb4_unicode_ci, bin VARCHAR(50) COLLATE utf8mb4_bin,"
                    + " old VARCHAR(50) CHARACTER SET latin1 COLLATE latin1_general_ci, plain VARCHAR(50),"
                    + " KEY (ci), KEY (bin), KEY (old)) CHARACTER SET utf8mb4",
            "INSERT INTO word VALUES (1, 'abc', 'abc', 'abc', 'abc'), (2, 'ABC', 'ABC', 'ABC', 'ABC'),"
                    + " (3, 'abc ', 'abc ', 'abc ', 'abc '), (4, 'Äbc', 'Äbc', 'Äbc', 'Äbc'), (5, NULL, NULL, NULL, NULL)");

    @TempDir
    private Path folder;

    private Target target(TestDatabase database, List<String> script) {
        Target target = Target.create(database, folder);
        target.run(script);
        return target;
    }

    private static String ids(TestingEngine engine, String document, Map<String, Object> variables) {
        Answer answer = engine.ask(document, variables);
        assertThat(answer.errorCode()).as(answer.json()).isEmpty();
        return answer.data().findValues("id").toString();
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void textIsEqualByCodePointUnderEveryCollation(TestDatabase database) {
        try (TestingEngine engine = TestingEngine.open(target(database, WORDS), EngineSettings.open())) {
            for (String column : List.of("ci", "bin", "old", "plain")) {
                String eq = "query($v: String!) { words(where: {" + column + ": {eq: $v}}) { id } }";
                assertThat(ids(engine, eq, Map.of("v", "abc"))).as(column).isEqualTo("[1]");
                assertThat(ids(engine, eq, Map.of("v", "abc "))).as(column).isEqualTo("[3]");
                assertThat(ids(engine, eq, Map.of("v", "Äbc"))).as(column).isEqualTo("[4]");
                assertThat(ids(engine, eq, Map.of("v", "😀"))).as(column).isEqualTo("[]");
                String in = "query($v: [String!]!) { words(where: {" + column + ": {in: $v}}) { id } }";
                assertThat(ids(engine, in, Map.of("v", List.of("ABC", "Äbc", "😀"))))
                        .as(column)
                        .isEqualTo("[2, 4]");
                assertThat(ids(engine, in, Map.of("v", List.of()))).as(column).isEqualTo("[]");
                assertThat(ids(engine, in.replace("{in:", "{nin:"), Map.of("v", List.of("ABC", "abc"))))
                        .as(column)
                        .isEqualTo("[3, 4]");
                assertThat(ids(engine, "{ words(where: {_not: {" + column + ": {in: []}}}) { id } }", Map.of()))
                        .as(column)
                        .isEqualTo("[1, 2, 3, 4]");
                assertThat(ids(engine, "{ words(where: {" + column + ": {startsWith: \"AB\"}}) { id } }", Map.of()))
                        .as(column)
                        .isEqualTo("[2]");
                assertThat(ids(engine, "{ words(where: {" + column + ": {icontains: \"äB\"}}) { id } }", Map.of()))
                        .as(column)
                        .isEqualTo("[4]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void equalityAndListsUseTheIndexOfTheColumn(TestDatabase database) {
        Target target = target(database, WORDS);
        target.run(
                List.of("INSERT INTO word (id, ci, old) WITH RECURSIVE n(x) AS (SELECT 10 UNION ALL SELECT x + 1 FROM n"
                        + " WHERE x < 900) SELECT x, concat('w', x), concat('w', x) FROM n"));
        String explain = database == TestDatabase.MYSQL ? "EXPLAIN FORMAT=TRADITIONAL " : "EXPLAIN ";
        try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
            for (String column : List.of("ci", "old")) {
                for (String condition : List.of("eq: \"w77\"", "in: [\"w77\", \"w78\"]")) {
                    String document = "{ words(where: {" + column + ": {" + condition + "}}) { id } }";
                    String sql = engine.statement(document);
                    String bound = condition.startsWith("eq") ? "'w77'" : "'[\"w77\",\"w78\"]'";
                    assertThat(keys(target, explain + sql.replace("?", bound)))
                            .as(sql)
                            .contains(column);
                }
            }
        }
    }

    private static List<String> keys(Target target, String sql) {
        try (var connection = TestDatabase.connect(target.url());
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> keys = new java.util.ArrayList<>();
            while (rows.next()) {
                keys.add(String.valueOf(rows.getString("key")));
            }
            return keys;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void numbersOfEveryWidthAreComparedAndShownExactly(TestDatabase database) {
        List<String> script = List.of(
                "CREATE TABLE number (id BIGINT UNSIGNED PRIMARY KEY, f FLOAT, b BIT(1), many BIT(9), exact DECIMAL(65, 30))",
                "INSERT INTO number VALUES (18446744073709551615, 0.1, b'1', b'101010101',"
                        + " 12345678901234567890123456789012345.123456789012345678901234567890)");
        try (TestingEngine engine = TestingEngine.open(target(database, script), EngineSettings.open())) {
            JsonNode row = engine.ask(
                            "{ numbers(where: {id: {in: [\"18446744073709551615\"]}, f: {eq: 0.1}, b: {eq: true}, many: {eq: \"341\"},"
                                    + " exact: {eq: \"12345678901234567890123456789012345.12345678901234567890123456789\"}})"
                                    + " { id f b many exact } }",
                            Map.of())
                    .data()
                    .at("/numbers/0");
            assertThat(row.toString())
                    .isEqualTo("{\"id\":\"18446744073709551615\",\"f\":0.1,\"b\":true,\"many\":\"341\","
                            + "\"exact\":\"12345678901234567890123456789012345.123456789012345678901234567890\"}");
            assertThat(engine.ask("{ numbers(where: {exact: {gt: \"1e-31\"}}) { id } }", Map.of())
                            .errorCode())
                    .isEqualTo("BAD_USER_INPUT");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void uuidsAreComparedByValueInEveryStorage(TestDatabase database) {
        String filled = database == TestDatabase.MYSQL ? "uuid_to_bin(uuid())" : "unhex(replace(uuid(), '-', ''))";
        List<String> script = List.of(
                "CREATE TABLE thing (id INT PRIMARY KEY, a CHAR(36) DEFAULT (uuid()), b BINARY(16) DEFAULT (" + filled
                        + ")," + " c CHAR(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT (uuid()))",
                "INSERT INTO thing VALUES (1, 'ABCDEFAB-CDEF-4ABC-8DEF-ABCDEFABCDEF', unhex('abcdefabcdef4abc8defabcdefabcdef'),"
                        + " 'ABCDEFAB-CDEF-4ABC-8DEF-ABCDEFABCDEF')");
        String value = "abcdefab-cdef-4abc-8def-abcdefabcdef";
        try (TestingEngine engine = TestingEngine.open(target(database, script), EngineSettings.open())) {
            for (String column : List.of("a", "b", "c")) {
                for (String test : List.of("eq: \"%s\"", "in: [\"%s\"]", "gte: \"%s\"", "lte: \"%s\"")) {
                    String condition = test.formatted(value);
                    assertThat(ids(engine, "{ things(where: {" + column + ": {" + condition + "}}) { id } }", Map.of()))
                            .as("%s %s", column, condition)
                            .isEqualTo("[1]");
                }
            }
            assertThat(engine.ask("{ things { a b c } }", Map.of())
                            .data()
                            .at("/things/0")
                            .toString())
                    .isEqualTo("{\"a\":\"" + value + "\",\"b\":\"" + value + "\",\"c\":\"" + value + "\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aWrongValueInADocumentIsAnErrorAndNoOtherValue(TestDatabase database) {
        List<String> script = List.of(
                "CREATE TABLE v_doc (id INT PRIMARY KEY, data JSON)",
                "INSERT INTO v_doc VALUES (1, '{\"id\": 1, \"n\": 7, \"b\": true, \"d\": 1.50, \"at\": \"2024-01-01T02:00:00+02:00\"}'),"
                        + " (2, '{\"id\": 2, \"n\": \"seven\", \"b\": \"yes\"}')");
        EngineSettings settings = EngineSettings.open().authored(MysqlEdgesTest::document);
        try (TestingEngine engine = TestingEngine.open(target(database, script), settings)) {
            assertThat(engine.ask("{ doc(id: 1) { n b d at } }", Map.of())
                            .data()
                            .at("/doc")
                            .toString())
                    .isEqualTo("{\"n\":7,\"b\":true,\"d\":\"1.5\",\"at\":\"2024-01-01T00:00:00Z\"}"
                            .replace("1.5", database == TestDatabase.MYSQL ? "1.5" : "1.50"));
            assertThat(ids(engine, "{ docs(where: {at: {eq: \"2024-01-01T00:00:00Z\"}}) { id } }", Map.of()))
                    .isEqualTo("[1]");
            for (String document :
                    List.of("{ docs { n } }", "{ docs { b } }", "{ docs(where: {n: {gt: 1}}) { id } }")) {
                assertThat(engine.ask(document, Map.of()).errorCode())
                        .as(document)
                        .isEqualTo("VALUE_NOT_READABLE");
            }
        }
    }

    /** The table as its author would describe it: a document in each row. */
    private static ObjectNode document(ObjectNode schema) {
        try {
            return (ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper().readTree("""
                    {"version": "2.0.0", "types": [{"name": "Doc", "sql_source": "v_doc", "source_kind": "document",
                      "primary_key": ["id"], "fields": [
                        {"name": "id", "type": "Int", "nullable": false}, {"name": "n", "type": "Int", "nullable": true},
                        {"name": "b", "type": "Boolean", "nullable": true}, {"name": "d", "type": "Decimal", "nullable": true},
                        {"name": "at", "type": "DateTime", "nullable": true}]}],
                     "queries": [
                       {"name": "docs", "return_type": "Doc", "returns_list": true, "nullable": false,
                        "auto_params": {"where": true, "order_by": true, "limit": true, "offset": true}},
                       {"name": "doc", "return_type": "Doc", "returns_list": false, "nullable": true,
                        "arguments": [{"name": "id", "type": "Int", "nullable": false}]}]}
                    """);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void patternsThatAreNoneAreRefused(TestDatabase database) {
        try (TestingEngine engine = TestingEngine.open(target(database, WORDS), EngineSettings.open())) {
            for (String condition : List.of("regex: \"[\"", "like: \"a\\\\\"", "ilike: \"a\\\\\\\\\\\\\"")) {
                assertThat(engine.ask("{ words(where: {plain: {" + condition + "}}) { id } }", Map.of())
                                .errorCode())
                        .as(condition)
                        .isEqualTo("BAD_USER_INPUT");
            }
            assertThat(ids(engine, "{ words(where: {plain: {regex: \"^a.c$\"}}) { id } }", Map.of()))
                    .isEqualTo("[1]");
            assertThat(ids(engine, "{ words(where: {plain: {iregex: \"^a.c$\"}}) { id } }", Map.of()))
                    .isEqualTo("[1, 2]");
        }
    }
}
