package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Aggregates where MySQL and MariaDB by themselves would take different values for one, or cut off digits. */
final class MysqlAggregatesTest {

    private static final List<String> WORDS = List.of(
            "CREATE TABLE word (id INT PRIMARY KEY, ci VARCHAR(50) COLLATE utf8mb4_unicode_ci, bin VARCHAR(50) COLLATE utf8mb4_bin,"
                    + " old VARCHAR(50) CHARACTER SET latin1 COLLATE latin1_general_ci, flag BIT(1), essay LONGTEXT)"
                    + " CHARACTER SET utf8mb4",
            "INSERT INTO word VALUES (1, 'abc', 'abc', 'abc', b'1', CONCAT(REPEAT('x', 20000), 'a')),"
                    + " (2, 'ABC', 'ABC', 'ABC', b'0', CONCAT(REPEAT('x', 20000), 'b')),"
                    + " (3, 'abc ', 'abc ', 'abc ', b'1', CONCAT(REPEAT('x', 20000), 'a')),"
                    + " (4, 'Äbc', 'Äbc', 'Äbc', b'1', CONCAT(REPEAT('x', 20000), 'b')),"
                    + " (5, 'abc', 'abc', 'abc', NULL, CONCAT(REPEAT('x', 20000), 'a'))");

    private static final List<String> NUMBERS = List.of(
            "CREATE TABLE amount (id INT PRIMARY KEY, whole BIGINT, wide DECIMAL(65, 0), fine DECIMAL(65, 30), twice DECIMAL(40, 10))",
            "INSERT INTO amount VALUES (1, 9007199254740992, REPEAT('9', 65), 1.5, 12345678901234567890.0000000001),"
                    + " (2, 9007199254740993, 1, 0.000000000000000000000000000001, 12345678901234567890.0000000002),"
                    + " (3, 9007199254740994, 2, NULL, 12345678901234567890.0000000002)");

    @TempDir
    private Path folder;

    private TestingEngine open(TestDatabase database, List<String> script) {
        Target target = Target.create(database, folder);
        target.run(script);
        return TestingEngine.open(target, EngineSettings.open());
    }

    private static String answer(TestingEngine engine, String document) {
        return engine.ask(document, Map.of()).data().toString();
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void textsAreGroupedByCodePointUnderEveryCollation(TestDatabase database) {
        try (TestingEngine engine = open(database, WORDS)) {
            for (String column : List.of("ci", "bin", "old")) {
                assertThat(answer(
                                engine,
                                "{ g: wordsAggregate(groupBy: [{" + column + ": true}], orderBy: [{min: {id: ASC}}])"
                                        + " { count } d: wordsAggregate { countDistinct { " + column + " } } }"))
                        .as(column)
                        .isEqualTo("{\"g\":[{\"count\":2},{\"count\":1},{\"count\":1},{\"count\":1}],"
                                + "\"d\":[{\"countDistinct\":{\"" + column + "\":4}}]}");
            }
            assertThat(answer(
                            engine,
                            "{ g: wordsAggregate(groupBy: [{essay: true}], orderBy: [{count: DESC}]) { count }"
                                    + " d: wordsAggregate { countDistinct { essay } } }"))
                    .as("texts that are the same for longer than the servers sort by")
                    .isEqualTo("{\"g\":[{\"count\":3},{\"count\":2}],\"d\":[{\"countDistinct\":{\"essay\":2}}]}");
            assertThat(answer(engine, "{ wordsAggregate(groupBy: [{flag: true}]) { keys { flag } count } }"))
                    .isEqualTo("{\"wordsAggregate\":[{\"keys\":{\"flag\":false},\"count\":1},"
                            + "{\"keys\":{\"flag\":true},\"count\":3},{\"keys\":{\"flag\":null},\"count\":1}]}");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void numbersAreExactOrAnError(TestDatabase database) {
        try (TestingEngine engine = open(database, NUMBERS)) {
            assertThat(
                            answer(
                                    engine,
                                    "{ amountsAggregate { stddev { whole } variance { whole twice } avg { whole twice } sum { fine } } }"))
                    .isEqualTo(
                            "{\"amountsAggregate\":[{\"stddev\":{\"whole\":1.0},\"variance\":{\"whole\":1.0,\"twice\":0.0},"
                                    + "\"avg\":{\"whole\":\"9007199254740993.000000\",\"twice\":\"12345678901234567890.0000000001666667\"},"
                                    + "\"sum\":{\"fine\":\"1.500000000000000000000000000001\"}}]}");
            assertThat(answer(
                            engine,
                            "{ amountsAggregate(where: {id: {gt: 1}}) { sum { wide } avg { wide } max { wide } } }"))
                    .isEqualTo("{\"amountsAggregate\":[{\"sum\":{\"wide\":\"3\"},\"avg\":{\"wide\":\"1.500000\"},"
                            + "\"max\":{\"wide\":\"2\"}}]}");
            for (String function : List.of("sum", "avg")) {
                assertThat(engine.ask("{ amountsAggregate { " + function + " { wide } } }", Map.of())
                                .errorCode())
                        .as(function + " of more digits than the server has")
                        .isEqualTo("VALUE_NOT_READABLE");
            }
            assertThat(engine.ask("{ amountsAggregate { avg { fine } } }", Map.of())
                            .json())
                    .contains("avg of a column with 30 digits behind the point is not available");
        }
    }
}
