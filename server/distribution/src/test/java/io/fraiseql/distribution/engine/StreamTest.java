package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is streamed is what would be answered, past every bound of an answer. */
final class StreamTest {

    private static final int SHELVES = 3000;
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONGER = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> KEYS = List.of(
            "CREATE TABLE pair (a TEXT NOT NULL, b BIGINT NOT NULL, PRIMARY KEY (a, b))",
            "CREATE TABLE half (id INTEGER NOT NULL PRIMARY KEY, a TEXT NOT NULL, b BIGINT NOT NULL, FOREIGN KEY (a, b)"
                    + " REFERENCES pair (a, b))",
            "CREATE TABLE token (id UUID NOT NULL PRIMARY KEY)",
            "CREATE TABLE token_use (id INTEGER NOT NULL PRIMARY KEY, token_id UUID NOT NULL REFERENCES token (id))",
            "CREATE TABLE day (id TIMESTAMP NOT NULL PRIMARY KEY)",
            "CREATE TABLE hour (id INTEGER NOT NULL PRIMARY KEY, day_id TIMESTAMP NOT NULL REFERENCES day (id))",
            "CREATE TABLE price (id DECIMAL(12, 4) NOT NULL PRIMARY KEY)",
            "CREATE TABLE offer (id INTEGER NOT NULL PRIMARY KEY, price_id DECIMAL(12, 4) NOT NULL REFERENCES price (id))");

    @TempDir
    private Path folder;

    private Target target;
    private TestingEngine engine;

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void jsonIsTheAnswer(TestDatabase database) {
        open(database, SHELVES);
        for (String document : List.of(
                "{ shelves { id label } }",
                "{ all: shelves { __typename name: label } }",
                "{ shelves(where: {id: {lt: 0}}) { id } }",
                "{ books(orderBy: [{title: DESC}]) { title shelf { label } } }",
                "{ shelves(limit: 7, offset: 3, orderBy: [{label: DESC}]) { label } }",
                "{ shelves { label books { title pages { id } } } }",
                "{ shelves(where: {id: {gte: 1000}}) { label books(limit: 1) { id } } }",
                "{ shelves(limit: 1000, orderBy: [{label: DESC}]) { id books { id } } }",
                "{ shelves(where: {id: {lt: 0}}) { label books { id } } }",
                "{ books { shelf { books { id } } } }")) {
            String streamed = stream(document, StreamFormat.JSON);
            assertThat(streamed)
                    .as(document)
                    .isEqualTo(engine.ask(document, Map.of()).json());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE, pairs, halves",
        "SQLITE, tokens, tokenUses",
        "SQLITE, days, hours",
        "SQLITE, prices, offers",
        "POSTGRESQL, pairs, halves",
        "POSTGRESQL, tokens, tokenUses",
        "POSTGRESQL, days, hours",
        "POSTGRESQL, prices, offers"
    })
    void pagesFollowKeysOfEveryKind(TestDatabase database, String list, String below) {
        open(database, 1);
        String key = list.equals("pairs") ? "a b" : "id";
        String document = "{ " + list + " { " + key + " " + below + " { id } } }";
        assertThat(stream(document, StreamFormat.JSON))
                .hasSizeGreaterThan(50_000)
                .isEqualTo(engine.ask(document, Map.of()).json());
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void theBoundsOfAnswersDoNotCount(TestDatabase database) {
        open(database, SHELVES, EngineSettings.open().bounded(100, 10_000));
        assertThat(engine.ask("{ shelves { id } }", Map.of()).errorCode()).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(stream("{ shelves { id } }", StreamFormat.NDJSON).lines()).hasSize(SHELVES);
        assertThat(stream("{ shelves { id books { id } } }", StreamFormat.NDJSON)
                        .lines())
                .hasSize(SHELVES)
                .allMatch(line -> line.endsWith("}]}"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aPageThatIsTooLargeIsReadInSmallerOnes(TestDatabase database) {
        open(database, 40);
        target.run(List.of("UPDATE page SET words = '" + "w".repeat(100) + "'"));
        target.run(wide());
        String document = "{ shelves { id books { pages { words } } } }";
        String streamed = stream(document, StreamFormat.NDJSON);
        assertThat(streamed.length()).isGreaterThan(17 << 20);
        assertThat(streamed.lines().map(line -> line.substring(6, line.indexOf(','))))
                .containsExactlyElementsOf(Stream.iterate(0, n -> n + 1)
                        .limit(40)
                        .map(String::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void csvHasAColumnForEachValue(TestDatabase database) {
        open(database, 2);
        assertThat(stream("{ books { id at: shelf { label no: id } pages { id } __typename } }", StreamFormat.CSV))
                .isEqualTo("id,at.label,at.no,pages,__typename\r\n"
                        + "0,shelf 0,0,\"[{\"\"id\"\":0}]\",Book\r\n"
                        + "1,shelf 1,1,\"[{\"\"id\"\":1}]\",Book\r\n");
        assertThat(stream("{ books(where: {id: {lt: 0}}) { id shelf { label } } }", StreamFormat.CSV))
                .isEqualTo("id,shelf.label\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ shelves { id } books { id } } | exactly one root field",
                "{ shelf(id: 1) { id } } | exactly one root field",
                "{ __typename } | exactly one root field",
                "{ __schema { types { name } } } | exactly one root field",
                "query ($s: Boolean = true) { shelves @skip(if: $s) { id } } | exactly one root field",
                "{ shelves(offset: 3) { id books { id } } } | leave out 'offset'",
                "{ shelves(orderBy: [{label: ASC}]) { id books { id } } } | leave out 'orderBy'",
                "{ shelves(limit: 5000) { id } } | more than the largest allowed",
                "mutation { a } | no mutations",
                "subscription { a } | no subscriptions",
            })
    void whatIsNoListIsRefused(String document, String message) {
        open(TestDatabase.SQLITE, 1);
        assertThat(stream(document, StreamFormat.CSV)).contains("\"errors\"", message);
        assertThat(engine.database().pool().active()).isZero();
    }

    @Test
    void aMutationIsRefusedAndWritesNothing() {
        open(TestDatabase.SQLITE, 1, EngineSettings.open().writing());
        assertThat(stream("mutation { createShelf(input: {id: 9, label: \"x\"}) { id } }", StreamFormat.NDJSON))
                .contains("must be a query with exactly one root field");
        assertThat(engine.ask("{ shelf(id: 9) { id } }", Map.of()).json()).isEqualTo("{\"data\":{\"shelf\":null}}");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void allPagesAreOneSnapshot(TestDatabase database) {
        open(database, SHELVES);
        try (StreamedRows rows = engine.stream("{ shelves { label books { id } } }", Map.of(), StreamFormat.NDJSON)) {
            rows.next();
            target.run(List.of("UPDATE shelf SET label = 'other'", "DELETE FROM page", "DELETE FROM book"));
            assertThat(rows.rest().lines())
                    .hasSize(SHELVES)
                    .allMatch(line -> line.contains("shelf ") && line.contains("\"id\""));
        }
        assertThat(stream("{ shelves { label books { id } } }", StreamFormat.NDJSON))
                .contains("other");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aStatementThatTakesTooLongIsCancelled(TestDatabase database) {
        open(database, 2, EngineSettings.open().within(SHORT));
        assertThat(stream("{ endlesses { id label } }", StreamFormat.CSV)).contains("\"code\":\"TIMEOUT\"");
        if (database == TestDatabase.POSTGRESQL) {
            assertThat(Waiting.until(
                            PATIENCE, () -> new Backends(target.url()).active().isEmpty()))
                    .isTrue();
        }
        assertThat(engine.database().pool().active()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aStreamThatTakesTooLongBreaks(TestDatabase database) {
        open(database, SHELVES, EngineSettings.open().within(LONGER));
        try (StreamedRows rows = engine.stream("{ books { title shelf { label } } }", Map.of(), StreamFormat.NDJSON)) {
            long late = System.nanoTime() + LONGER.toNanos();
            assertThat(Waiting.until(PATIENCE, () -> System.nanoTime() > late)).isTrue();
            assertThatThrownBy(rows::rest).isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(
                            e.code().name())
                    .isEqualTo("TIMEOUT"));
        }
        assertThat(engine.database().pool().active()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aStreamLeftEarlyGivesItsConnectionBack(TestDatabase database) {
        open(database, SHELVES);
        for (int i = 0; i < 20; i++) {
            for (String document : List.of("{ books { id title } }", "{ shelves { id books { id } } }")) {
                try (StreamedRows rows = engine.stream(document, Map.of(), StreamFormat.NDJSON)) {
                    rows.next();
                    assertThat(engine.database().pool().active()).isEqualTo(1);
                }
                assertThat(engine.database().pool().active()).isZero();
            }
        }
        assertThat(engine.ask("{ shelves(limit: 1) { id } }", Map.of()).errorCode())
                .isEmpty();
    }

    private String stream(String document, StreamFormat format) {
        try (StreamedRows rows = engine.stream(document, Map.of(), format)) {
            return rows.rest();
        }
    }

    private void open(TestDatabase database, int shelves) {
        open(database, shelves, EngineSettings.open());
    }

    private void open(TestDatabase database, int shelves, EngineSettings settings) {
        target = Shelves.on(database, folder);
        Shelves.fill(target, shelves, 1, 1, 1);
        target.run(KEYS);
        target.run(database == TestDatabase.POSTGRESQL ? StreamKeys.postgres() : StreamKeys.sqlite());
        engine = TestingEngine.open(target, settings);
    }

    /** So many pages of a book that a thousand shelves do not fit into memory. */
    private static List<String> wide() {
        return List.of(
                "INSERT INTO page WITH RECURSIVE n(x) AS (SELECT 100000 UNION ALL SELECT x + 1 FROM n WHERE x < 280000)"
                        + " SELECT x, x % 40, '" + "w".repeat(100) + "' FROM n");
    }
}
