package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Aggregates as clients use and misuse them, on every database. */
class AggregateTest {

    @TempDir
    private Path folder;

    private TestingEngine engine;

    private void open(TestDatabase database) {
        Target target = Shelves.on(database, folder);
        Shelves.fill(target, 3, 4, 1, 1);
        target.run(List.of(
                "CREATE TABLE wide (id INTEGER NOT NULL PRIMARY KEY, big BIGINT NOT NULL, day DATE)",
                "INSERT INTO wide VALUES (1, 9223372036854775807, '2026-01-05'), (2, 9223372036854775807, '2026-01-11'),"
                        + " (3, 5, '2026-01-12'), (4, -3, NULL)"));
        engine = TestingEngine.open(target, EngineSettings.open());
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private void answers(String document, String json) {
        assertThat(engine.ask(document, Map.of()).json()).isEqualTo("{\"data\":" + json + "}");
    }

    private void refused(String document, Map<String, Object> variables, String message) {
        Answer answer = engine.ask(document, variables);
        assertThat(answer.errorCode()).as(document).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.json()).contains(message);
    }

    @ParameterizedTest
    @EnumSource
    void sumsBeyond64BitsAndRoundsOnce(TestDatabase database) {
        open(database);
        answers(
                "{ widesAggregate { sum { big id } avg { big id } max { big } } }",
                "{\"widesAggregate\":[{\"sum\":{\"big\":\"18446744073709551616\",\"id\":\"10\"},"
                        + "\"avg\":{\"big\":\"4611686018427387904.000000\",\"id\":\"2.500000\"},\"max\":{\"big\":\"9223372036854775807\"}}]}");
        answers(
                "{ widesAggregate(where: {id: {lt: 4}}) { avg { id } stddev { id } variance { id } } one:"
                        + " widesAggregate(where: {id: {eq: 1}}) { stddev { id } } }",
                "{\"widesAggregate\":[{\"avg\":{\"id\":\"2.000000\"},\"stddev\":{\"id\":1.0},\"variance\":{\"id\":1.0}}],"
                        + "\"one\":[{\"stddev\":{\"id\":null}}]}");
    }

    @ParameterizedTest
    @EnumSource
    void weeksStartOnMonday(TestDatabase database) {
        open(database);
        answers(
                "{ widesAggregate(groupBy: [{day: WEEK}]) { keys { day } count } }",
                "{\"widesAggregate\":[{\"keys\":{\"day\":\"2026-01-05\"},\"count\":2},{\"keys\":{\"day\":\"2026-01-12\"},\"count\":1},"
                        + "{\"keys\":{\"day\":null},\"count\":1}]}");
    }

    @ParameterizedTest
    @EnumSource
    void aParentWithoutRowsHasEmptyAggregates(TestDatabase database) {
        open(database);
        answers(
                "{ shelves(limit: 1) { a: booksAggregate(where: {id: {lt: 0}}) { n: count countDistinct { title } sum { id }"
                        + " __typename } b: booksAggregate { count max { title } } } }",
                "{\"shelves\":[{\"a\":{\"n\":0,\"countDistinct\":{\"title\":0},\"sum\":{\"id\":null},\"__typename\":\"BookAggregate\"},"
                        + "\"b\":{\"count\":4,\"max\":{\"title\":\"book 9\"}}}]}");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatMakesNoSense(TestDatabase database) {
        open(database);
        refused("{ booksAggregate { keys { title } } }", Map.of(), "add 'groupBy'");
        refused(
                "{ booksAggregate(groupBy: [{title: true}]) { keys { id } } }",
                Map.of(),
                "'id' in 'keys' is not grouped by");
        refused("{ booksAggregate(groupBy: [{title: false}]) { count } }", Map.of(), "'title' in 'groupBy' is false");
        refused("{ booksAggregate(groupBy: [{title: true}, {title: true}]) { count } }", Map.of(), "stands twice");
        refused(
                "{ booksAggregate(groupBy: [{title: true, id: true}]) { count } }",
                Map.of(),
                "names exactly one field");
        refused("{ booksAggregate(orderBy: [{keys: {title: ASC}}]) { count } }", Map.of(), "add it to 'groupBy'");
        refused("{ booksAggregate(having: {count: {gt: null}}) { count } }", Map.of(), "'count.gt' is null");
        refused("{ booksAggregate(limit: 1001) { count } }", Map.of(), "more than the largest allowed");
        refused(
                "{ widesAggregate(groupBy: [{day: MONTH}]) { keys { day(bucket: YEAR) } } }",
                Map.of(),
                "'day' is grouped by MONTH");
        for (String text : List.of("title; DROP TABLE book", "'", "\"title\"", "YEAR'")) {
            Map<String, Object> member = Map.of("g", List.of(Map.of(text, true)));
            assertThat(engine.ask("query ($g: [BookGroupBy!]) { booksAggregate(groupBy: $g) { count } }", member)
                            .errorCode())
                    .isEqualTo("BAD_USER_INPUT");
            Map<String, Object> bucket = Map.of("g", List.of(Map.of("day", text)));
            assertThat(engine.ask("query ($g: [WideGroupBy!]) { widesAggregate(groupBy: $g) { count } }", bucket)
                            .errorCode())
                    .isEqualTo("BAD_USER_INPUT");
            Map<String, Object> operand = Map.of("h", Map.of("max", Map.of("title", Map.of("eq", text))));
            assertThat(engine.ask("query ($h: BookAggregateHaving) { booksAggregate(having: $h) { count } }", operand)
                            .json())
                    .isEqualTo("{\"data\":{\"booksAggregate\":[]}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesShareAPlan(TestDatabase database) {
        open(database);
        String document =
                "query ($g: [BookGroupBy!], $h: BookAggregateHaving, $n: Int) { booksAggregate(groupBy: $g, having: $h,"
                        + " limit: $n) { count } }";
        for (long i = 0; i < 5; i++) {
            Map<String, Object> variables =
                    Map.of("g", List.of(Map.of("shelfId", true)), "h", Map.of("count", Map.of("gt", i)), "n", i + 1);
            assertThat(engine.ask(document, variables)
                            .data()
                            .get("booksAggregate")
                            .size())
                    .isEqualTo(i < 4 ? (int) Math.min(3, i + 1) : 0);
        }
        assertThat(engine.statistics().renders()).isEqualTo(1);
        assertThat(engine.statistics().planHits()).isEqualTo(4);
    }
}
