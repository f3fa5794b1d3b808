package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.distribution.corpus.Corpus;
import io.fraiseql.distribution.corpus.CorpusOperation;
import io.fraiseql.distribution.corpus.CorpusSuite;
import io.fraiseql.distribution.corpus.ExpectedAnswers;
import io.fraiseql.distribution.corpus.TestDemo;
import io.fraiseql.plugin.testkit.Chinook;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of both corpora against the shipped server, and the first thousand rows of every list of their schemas over Flight: Chinook
 * on each database, the demo on SQLite and on the newest JDK on PostgreSQL; in the full check both on each, and on the newest JDK too, there
 * without the lists below lists.
 */
class CorpusIT {

    private static final String[] SETTINGS = Stream.concat(
                    Stream.of("graphql.textOrder=codepoint", "graphql.maxComplexity=100000000"),
                    Stream.of(FlightLists.SETTINGS))
            .toArray(String[]::new);
    private static final String BOOKS =
            "query Q($least: Int!, $page: Int) { books(where: {bookId: {gte: $least}, title: {contains: \"e\"}},"
                    + " orderBy: [{title: DESC}], limit: $page, offset: 1) { id: bookId title format category { name } } }";
    private static final String GROUPS =
            "{ booksAggregate(groupBy: [{format: true}, {publisherId: true}], orderBy: [{count: DESC}], limit: 9) {"
                    + " __typename count keys { format publisherId } sum { price copiesSold } avg { rating price } min { title"
                    + " published } countDistinct { categoryId } } }";
    private static final String TOTAL = "{ booksAggregate { count max { price addedAt } } }";
    private static final Map<String, Map<String, Object>> PAGES = Map.of(
            BOOKS,
            Map.of("least", 3, "page", 4),
            BOOKS + " ",
            Map.of("least", 1_000_000),
            GROUPS,
            Map.of(),
            TOTAL,
            Map.of());

    private static final Path OLDEST_POSTGRES = Path.of("target/oldest-postgresql/binaries.jar");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("everywhereOnce")
    void demo(Path jdk, TestDatabase database) throws IOException {
        boolean current = jdk.equals(Distribution.currentJdk());
        Matrix.assumeRuns(database, current ? TestDatabase.SQLITE : TestDatabase.POSTGRESQL);
        DatabaseFolder made = DatabaseFolder.demo(folder, database);
        verify(
                current ? made.serve(SETTINGS) : made.serve(jdk, SETTINGS),
                current,
                Corpus.load("demo", database),
                TestDemo.postgresUrl(),
                18,
                PAGES);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void chinook(Path jdk, TestDatabase database) throws IOException {
        assumeTrue(Chinook.present());
        String expected = TestPostgres.shared().createDatabase();
        TestPostgres.sql(expected, Chinook.script("postgresql"));
        DatabaseFolder made = DatabaseFolder.chinook(folder, database);
        boolean current = jdk.equals(Distribution.currentJdk());
        verify(
                current ? serveChinook(made, database) : made.serve(jdk, SETTINGS),
                current,
                Corpus.load("chinook", database),
                expected,
                11,
                Map.of());
    }

    /** A process on PostgreSQL too, as on SQLite always. */
    private static DistributionServer serveChinook(DatabaseFolder made, TestDatabase database) throws IOException {
        return database == TestDatabase.POSTGRESQL ? made.serveProcess(SETTINGS) : made.serve(SETTINGS);
    }

    /** Of the oldest PostgreSQL the contract runs besides; see {@code docs/dialects.md}. */
    @Test
    void chinookOnTheOldestPostgres() throws IOException {
        assumeTrue(Matrix.isFull(), "Chinook on the oldest PostgreSQL runs in scripts/check --full");
        assumeTrue(Chinook.present());
        String expected = TestPostgres.shared().createDatabase();
        TestPostgres.sql(expected, Chinook.script("postgresql"));
        try (TestPostgres oldest = TestPostgres.startFrom(OLDEST_POSTGRES, Map.of())) {
            verify(
                    DatabaseFolder.empty(folder, oldest.createDatabase())
                            .withChinook()
                            .serve(SETTINGS),
                    true,
                    Corpus.load("chinook", TestDatabase.POSTGRESQL),
                    expected,
                    11,
                    Map.of());
        }
    }

    private static void verify(
            DistributionServer started,
            boolean nested,
            List<CorpusOperation> corpus,
            String expected,
            int lists,
            Map<String, Map<String, Object>> further) {
        try (DistributionServer server = started;
                ExpectedAnswers answers = new ExpectedAnswers(expected)) {
            assertThatCode(() -> {
                        new CorpusSuite(corpus, server.endpoint(), answers).verify();
                        FlightLists.compareAll(server, lists, further);
                        if (nested) {
                            FlightLists.compareNested(server, corpus, 20);
                        }
                    })
                    .as(server::output)
                    .doesNotThrowAnyException();
        }
    }

    private static Stream<Arguments> everywhere() {
        return Matrix.isFull() ? withOtherJdks(TestDatabase.SQLITE, TestDatabase.POSTGRESQL) : withOtherJdks();
    }

    private static Stream<Arguments> everywhereOnce() {
        return withOtherJdks(TestDatabase.POSTGRESQL);
    }

    private static Stream<Arguments> withOtherJdks(TestDatabase... onOtherJdks) {
        Path current = Distribution.currentJdk();
        Stream<Arguments> databases = DatabaseFolder.databases().map(database -> Arguments.of(current, database));
        Stream<Arguments> jdks = Distribution.jdks()
                .filter(jdk -> !jdk.equals(current))
                .flatMap(jdk -> Stream.of(onOtherJdks).map(database -> Arguments.of(jdk, database)));
        return Stream.concat(databases, jdks);
    }
}
