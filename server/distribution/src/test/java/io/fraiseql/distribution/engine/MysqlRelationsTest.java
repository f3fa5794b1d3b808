package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Relations that an author declares by texts whose collations differ, which no foreign key could tie. */
class MysqlRelationsTest {

    private static final String MANY =
            "{\"name\": \"clerks\", \"type\": \"[Clerk!]\", \"nullable\": false, \"relation\": {\"type\": \"Clerk\","
                    + " \"cardinality\": \"many\", \"from\": [\"code\"], \"to\": [\"office_code\"]}}";
    private static final String ONE =
            "{\"name\": \"office\", \"type\": \"Office\", \"nullable\": true, \"relation\": {\"type\": \"Office\","
                    + " \"cardinality\": \"one\", \"from\": [\"office_code\"], \"to\": [\"code\"]}}";

    private static final String MIXED =
            "{\"name\": \"same\", \"type\": \"Boolean\", \"nullable\": true, \"computed\": \"one = other\"}";

    @TempDir
    private Path folder;

    private static ObjectNode related(ObjectNode schema) {
        for (JsonNode type : schema.path("types")) {
            String name = type.path("name").asText();
            if (name.equals("Office") || name.equals("Clerk")) {
                ((ObjectNode) type).withArray("fields").add(field(name.equals("Office") ? MANY : ONE));
            }
            if (name.equals("Pair")) {
                ((ObjectNode) type).withArray("fields").add(field(MIXED));
            }
        }
        return schema;
    }

    private static JsonNode field(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String collation) {
        return "VARCHAR(8) CHARACTER SET " + collation.substring(0, collation.indexOf('_')) + " COLLATE " + collation;
    }

    private TestingEngine open(TestDatabase database, String one, String other) {
        Target target = Target.create(database, folder);
        target.run(List.of(
                "CREATE TABLE office (code " + text(one) + " PRIMARY KEY, city VARCHAR(20))",
                "CREATE TABLE clerk (id INT PRIMARY KEY, office_code " + text(other) + ", KEY (office_code))",
                "CREATE TABLE pair (id INT PRIMARY KEY, one " + text(one) + ", other " + text(other) + ")",
                "INSERT INTO office VALUES ('a', 'x'), ('b', 'y')",
                "INSERT INTO clerk VALUES (1, 'a'), (2, 'A'), (3, 'b'), (4, 'a'), (5, NULL)"));
        return TestingEngine.open(target, EngineSettings.open().authored(MysqlRelationsTest::related));
    }

    private static void expect(TestingEngine engine, String query, String data) {
        assertThat(engine.ask(query, Map.of()).data().toString()).as(query).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({
        "MARIADB, utf8mb4_general_ci, utf8mb4_unicode_ci",
        "MARIADB, utf8mb4_nopad_bin, utf8mb4_unicode_ci",
        "MARIADB, utf8mb4_unicode_ci, utf8mb4_nopad_bin",
        "MARIADB, latin1_swedish_ci, latin1_general_ci",
        "MARIADB, latin1_swedish_ci, utf8mb4_unicode_ci",
        "MARIADB, utf8mb4_unicode_ci, latin1_swedish_ci",
        "MYSQL, utf8mb4_general_ci, utf8mb4_0900_ai_ci",
        "MYSQL, utf8mb4_0900_bin, utf8mb4_0900_ai_ci",
        "MYSQL, utf8mb4_0900_ai_ci, utf8mb4_0900_bin",
        "MYSQL, latin1_swedish_ci, latin1_general_ci",
        "MYSQL, latin1_swedish_ci, utf8mb4_0900_ai_ci",
        "MYSQL, utf8mb4_0900_ai_ci, latin1_swedish_ci"
    })
    void endsOfDifferentCollationsAreTheSameByCodePoint(TestDatabase database, String one, String other) {
        try (TestingEngine engine = open(database, one, other)) {
            expect(
                    engine,
                    "{ offices { code clerks { id } } }",
                    "{\"offices\":[{\"code\":\"a\",\"clerks\":[{\"id\":1},{\"id\":4}]},{\"code\":\"b\",\"clerks\":[{\"id\":3}]}]}");
            expect(
                    engine,
                    "{ offices { code clerks(limit: 1) { id } } }",
                    "{\"offices\":[{\"code\":\"a\",\"clerks\":[{\"id\":1}]},{\"code\":\"b\",\"clerks\":[{\"id\":3}]}]}");
            expect(
                    engine,
                    "{ clerks { id office { city } } }",
                    "{\"clerks\":[{\"id\":1,\"office\":{\"city\":\"x\"}},{\"id\":2,\"office\":null},{\"id\":3,\"office\":{\"city\":\"y\"}},"
                            + "{\"id\":4,\"office\":{\"city\":\"x\"}},{\"id\":5,\"office\":null}]}");
            expect(
                    engine,
                    "{ clerks(where: {office: {city: {eq: \"x\"}}}, orderBy: [{office: {city: DESC}}, {id: ASC}]) { id }"
                            + " offices(where: {clerks: {some: {id: {gt: 2}}}}) { code } }",
                    "{\"clerks\":[{\"id\":1},{\"id\":4}],\"offices\":[{\"code\":\"a\"},{\"code\":\"b\"}]}");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void groupsAndPagesByTextHoldAcrossCollations(TestDatabase database) {
        try (TestingEngine engine = open(database, "utf8mb4_general_ci", "utf8mb4_unicode_ci")) {
            expect(
                    engine,
                    "{ offices(orderBy: [{code: ASC}]) { code clerksAggregate { count } }"
                            + " clerksAggregate(groupBy: [{officeCode: true}], where: {office: {city: {eq: \"x\"}}})"
                            + " { keys { officeCode } count } }",
                    "{\"offices\":[{\"code\":\"a\",\"clerksAggregate\":{\"count\":2}},"
                            + "{\"code\":\"b\",\"clerksAggregate\":{\"count\":1}}],"
                            + "\"clerksAggregate\":[{\"keys\":{\"officeCode\":\"a\"},\"count\":2}]}");
            String page =
                    "query($c: Cursor) { clerksConnection(first: 1, after: $c, where: {office: {city: {eq: \"x\"}}},"
                            + " orderBy: [{office: {code: DESC}}, {officeCode: DESC}]) { nodes { id } pageInfo { endCursor } } }";
            JsonNode first = engine.ask(page, Map.of()).data().path("clerksConnection");
            assertThat(first.at("/nodes/0/id").asInt()).isEqualTo(1);
            JsonNode second = engine.ask(
                            page, Map.of("c", first.at("/pageInfo/endCursor").asText()))
                    .data()
                    .path("clerksConnection");
            assertThat(second.at("/nodes/0/id").asInt()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void collationsThatTheSchemaMixesAreNoErrorOfTheClient(TestDatabase database) {
        try (TestingEngine engine = open(database, "utf8mb4_general_ci", "utf8mb4_unicode_ci")) {
            assertThat(engine.ask("{ pairs { same } }", Map.of()).errorCode()).isEqualTo("INTERNAL");
        }
    }

    @ParameterizedTest
    @CsvSource({"MARIADB, gt", "MARIADB, gte", "MYSQL, gt", "MYSQL, gte"})
    void aRangeBeginsAtWhatTheCharacterSetLacks(TestDatabase database, String operator) {
        try (TestingEngine engine = open(database, "latin1_swedish_ci", "latin1_swedish_ci")) {
            expect(engine, "{ offices(where: {code: {" + operator + ": \"😀\"}}) { code } }", "{\"offices\":[]}");
        }
    }
}
