package io.fraiseql.core.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

    private static final Surface SURFACE = TestingSurface.music();

    @BeforeAll
    static void loadClasses() {
        SURFACE.parse("{ albums(where: {title: {eq: \"x\"}}) { ...f } } fragment f on Album { title }", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { albums { title } }                                              | 4
            { albums(limit: 100) { title } }                                  | 2
            { albums(limit: 101) { title } }                                  | 3
            { albums(limit: 0) { title } }                                    | 2
            query ($n: Int) { albums(limit: $n) { title } }                   | 11
            { albums { tracks { name } } }                                    | 13
            { albums(limit: 1) { tracks(limit: 1) { name } } }                | 3
            { album(albumId: 1) { title tags } }                              | 3
            { albums(where: {title: {eq: "x", neq: "y"}, mood: {in: [HAPPY, SAD]}}) { title } } | 7
            { albums(where: {notes: {eq: {a: {b: 1, c: 2}}}}) { title } }     | 5
            { albums(where: {tracks: {some: {name: {eq: "x"}}}}, orderBy: [{title: ASC}, {artist: {name: ASC}}]) { title } } | 7
            { albums { tracks(where: {name: {eq: "x"}}) { name } } }          | 16
            { albums { ...f ...f } } fragment f on Album { title price }      | 13
            { __schema { types { name } } __typename }                        | 1
            { works { ... on Book { pages } ... on Film { minutes } } }       | 7
            """)
    void complexityFollowsTheFormula(String document, long expected) {
        assertThat(SURFACE.parse(document, null).cost().fixed()).isEqualTo(expected);
    }

    @Test
    void variablesCountWhereTheyAreUsed() {
        String document = "query ($w: AlbumWhere, $t: TrackWhere, $o: [AlbumOrderBy!]) "
                + "{ albums(where: $w, orderBy: $o) { tracks(where: $t) { name } } }";
        ParsedOperation operation = SURFACE.parse(document, null);
        Map<String, Object> two = Map.of("name", Map.of("eq", "x", "neq", "y"));
        Map<String, Object> in = Map.of("title", Map.of("in", List.of("a", "b", "c")));
        Map<String, Object> raw =
                Map.of("w", in, "t", two, "o", List.of(Map.of("title", "ASC"), Map.of("price", "DESC")));
        Map<String, Object> values = SURFACE.coerceVariables(operation, raw);
        assertThat(operation.cost().total(values)).isEqualTo(13 + 1 + 3 * 2 + 2);
        assertThat(operation.cost().total(Map.of())).isEqualTo(13);
    }

    @Test
    void tooManyPredicatesInAVariableAreRefused() {
        String document = "query ($w: AlbumWhere) { albums(where: $w) { title } }";
        Map<String, Object> predicate = Map.of("title", Map.of("eq", "x"));
        Map<String, Object> raw = Map.of("w", Map.of("_or", java.util.Collections.nCopies(997, predicate)));
        assertRefused(
                () -> TestingSurface.coerce(SURFACE, document, raw),
                "QUERY_TOO_COMPLEX",
                "1001 points of complexity; the limit is 1000");
    }

    @Test
    void depthCountsFragments() {
        String fragments = " fragment f on Album { artist { albums { artist { albums { title } } } } }";
        String below = "{ albums { artist { albums { artist { albums { artist { albums { artist { albums";
        String closing = " } } } } } } } } }";
        assertThat(SURFACE.parse(below + "(limit: 1) { title }" + closing, null))
                .isNotNull();
        assertRefused(
                () -> SURFACE.parse(below + " { artist { albums { ...f } } }" + closing + fragments, null),
                "QUERY_TOO_DEEP",
                "16 levels of fields; the limit is 15");
    }

    @Test
    void aliasesAndRootFieldsAreCounted() {
        String aliases =
                IntStream.range(0, 51).mapToObj(i -> "a" + i + ": title ").collect(Collectors.joining());
        assertRefused(() -> SURFACE.parse("{ albums { " + aliases + "} }", null), "QUERY_TOO_COMPLEX", "51 aliases");
        assertRefused(
                () -> SURFACE.parse(
                        "{ ...f ...f ...f } fragment f on Query { " + "albums { title } ".repeat(7) + "}", null),
                "QUERY_TOO_COMPLEX",
                "21 root fields; the limit is 20");
    }

    @Test
    void tenThousandRootFieldsAreRefusedFast() {
        String many = "{ " + "a ".repeat(10_000) + "}";
        assertFast(() -> assertRefused(() -> SURFACE.parse(many, null), "QUERY_TOO_COMPLEX", "10000 root fields"));
        String more = "{ " + "albums { title } ".repeat(10_000) + "}";
        assertFast(() -> assertRefused(() -> SURFACE.parse(more, null), "GRAPHQL_PARSE_FAILED", "15,000"));
    }

    @Test
    void theLargestDocumentIsValidatedFast() {
        String same = "{ albums(limit: 1) { " + "tracks(limit: 1) { name } ".repeat(499) + "} }";
        assertFast(() -> assertThat(SURFACE.parse(same, null).cost().fixed()).isEqualTo(999));
    }

    @Test
    void aFragmentBombIsRefusedFast() {
        StringBuilder bomb = new StringBuilder("{ albums { ...f0 } } ");
        for (int i = 0; i < 100; i++) {
            bomb.append("fragment f" + i + " on Album { ...f" + (i + 1) + " ...f" + (i + 1) + " } ");
        }
        bomb.append("fragment f100 on Album { title }");
        assertFast(() ->
                assertRefused(() -> SURFACE.parse(bomb.toString(), null), "QUERY_TOO_COMPLEX", "countless fields"));
    }

    @Test
    void aBombWithoutFieldsIsRefusedFast() {
        StringBuilder bomb = new StringBuilder("{ albums { title ...f0 } } ");
        for (int i = 0; i < 100; i++) {
            bomb.append("fragment f" + i + " on Album { ...f" + (i + 1) + " ...f" + (i + 1) + " } ");
        }
        bomb.append("fragment f100 on Album { ...missing }");
        assertFast(() -> assertRefused(
                () -> SURFACE.parse(bomb.toString(), null), "GRAPHQL_VALIDATION_FAILED", "Undefined fragment"));
    }

    @Test
    void longChainsOfFragmentsAreRefusedFromEitherEnd() {
        String first = "{ albums { ...f0 } } ";
        List<String> chain = IntStream.range(0, 1200)
                .mapToObj(i -> "fragment f" + i + " on Album { ...f" + (i + 1) + " } ")
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        chain.add("fragment f1200 on Album { title } ");
        assertFast(() -> assertRefused(
                () -> SURFACE.parse(first + String.join("", chain), null), "QUERY_TOO_DEEP", "more than 200 levels"));
        java.util.Collections.reverse(chain);
        assertFast(() -> assertRefused(
                () -> SURFACE.parse(String.join("", chain) + first, null), "QUERY_TOO_DEEP", "more than 200 levels"));
    }

    @Test
    void deepNestingOfAnyKindIsRefused() {
        int deep = 5000;
        assertFast(() -> assertRefused(
                () -> SURFACE.parse("{ a ".repeat(deep) + "}".repeat(deep), null), "GRAPHQL_PARSE_FAILED", "deep"));
        String list = "{ albums(where: " + "[".repeat(deep) + "]".repeat(deep) + ") { title } }";
        assertFast(() -> assertRefused(() -> SURFACE.parse(list, null), "GRAPHQL_PARSE_FAILED", "deep"));
        String object = "{ albums(where: " + "{_not: ".repeat(3000) + "{}" + "}".repeat(3000) + ") { title } }";
        assertFast(() -> assertRefused(() -> SURFACE.parse(object, null), "GRAPHQL_PARSE_FAILED", "deep"));
        assertFast(() -> assertRefused(
                () -> SURFACE.parse("{ albums(limit: " + "9".repeat(900_000) + ") { title } }", null),
                "GRAPHQL_PARSE_FAILED",
                "more than 400 digits"));
    }

    @Test
    void digitsInStringsAndCommentsAreNoNumbers() {
        String digits = "9".repeat(5000);
        String document = "# " + digits + "\n{ albums(where: {title: {in: [\"\\\"" + digits + "\", \"\"\"\\\"\"\""
                + digits + "\"\"\"]}}) { title } } #" + digits;
        assertThat(SURFACE.parse(document, null)).isNotNull();
        assertRefused(
                () -> SURFACE.parse("{ albums(where: {title: {eq: \"\"}}, limit: " + digits + ") { title } }", null),
                "GRAPHQL_PARSE_FAILED",
                "more than 400 digits");
    }

    @Test
    void introspectionHasLimitsOfItsOwn() {
        assertRefused(
                () -> SURFACE.parse("{ __type(name: \"A\") { fields { type { fields { name } } } } }", null),
                "QUERY_TOO_DEEP",
                "lists of introspected types");
        assertRefused(
                () -> SURFACE.parse("{ __schema { description } a: __schema { description } }", null),
                "QUERY_TOO_COMPLEX",
                "2 __schema fields");
        String deep = "{ __type(name: \"A\") " + "{ ofType ".repeat(19) + "{ name }" + "}".repeat(19) + "}";
        assertRefused(() -> SURFACE.parse(deep, null), "QUERY_TOO_DEEP", "21 levels of introspection; the limit is 20");
        String wide = "{ __type(name: \"A\") { " + "name ".repeat(500) + "} }";
        assertRefused(() -> SURFACE.parse(wide, null), "QUERY_TOO_COMPLEX", "501 introspection fields");
    }

    private static void assertRefused(java.util.concurrent.Callable<?> request, String code, String message) {
        assertThat(TestingSurface.errors(request)).singleElement().satisfies(error -> {
            assertThat(error.message()).contains(message);
            assertThat(error.code().name()).isEqualTo(code);
        });
    }

    private static void assertFast(Runnable action) {
        long start = System.nanoTime();
        action.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
