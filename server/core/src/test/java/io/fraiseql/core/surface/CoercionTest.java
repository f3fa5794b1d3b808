package io.fraiseql.core.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import graphql.parser.Parser;
import graphql.schema.GraphQLInputType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoercionTest {

    private static final Surface SURFACE = TestingSurface.music();
    private static final String WHERE = "query ($where: AlbumWhere) { albums(where: $where) { title } }";

    @Test
    void valuesBecomeTyped() {
        Map<String, Object> where = Map.of(
                "price", Map.of("eq", "19.99"),
                "released", Map.of("in", List.of("2026-01-31")),
                "mood", Map.of("eq", "SAD"),
                "tags", Map.of("contains", "one"));
        assertThat((Map<?, ?>) coerce(WHERE, Map.of("where", where)).get("where"))
                .isEqualTo(Map.of(
                        "price", Map.of("eq", new BigDecimal("19.99")),
                        "released", Map.of("in", List.of(LocalDate.of(2026, 1, 31))),
                        "mood", Map.of("eq", "SAD"),
                        "tags", Map.of("contains", List.of("one"))));
    }

    @Test
    void membersKeepTheirOrderAndTheirNulls() {
        Map<String, Object> filter = new java.util.LinkedHashMap<>();
        filter.put("neq", null);
        filter.put("eq", "x");
        assertThat(coerce(WHERE, Map.of("where", Map.of("title", filter))))
                .hasToString("{where={title={neq=null, eq=x}}}");
    }

    @Test
    void absentNullAndDefaultAreThreeThings() {
        String document = "query ($a: Int, $b: Int, $c: Int = 3, $d: Int = 4, $e: [AlbumOrderBy!] = {title: ASC}) {"
                + " a: albums(limit: $a, orderBy: $e) { title } b: albums(limit: $b) { title }"
                + " c: albums(limit: $c) { title } d: albums(limit: $d) { title } }";
        Map<String, Object> raw = new HashMap<>();
        raw.put("b", null);
        raw.put("d", 5L);
        assertThat(coerce(document, raw))
                .containsOnly(
                        entry("b", null), entry("c", 3L), entry("d", 5L), entry("e", List.of(Map.of("title", "ASC"))));
    }

    @Test
    void everyProblemIsReportedWithItsPath() {
        Map<String, Object> where = new java.util.LinkedHashMap<>();
        where.put("title", Map.of("eq", 1L));
        where.put("titel", Map.of());
        where.put("mood", Map.of("in", List.of("SAD", "HAPY")));
        where.put("_and", List.of(Map.of("albumId", Map.of("gt", "x")), "y"));
        where.put("_or", java.util.Collections.singletonList(null));
        assertThat(problems(WHERE, Map.of("where", where, "wher", 1L)))
                .containsExactly(
                        "$where.title.eq: expected a String in quotes",
                        "$where: \"titel\" is not a member of AlbumWhere. Did you mean \"title\"?",
                        "$where.mood.in[1]: \"HAPY\" is not a value of Mood. Did you mean \"HAPPY\"?",
                        "$where._and[0].albumId.gt: expected an Int",
                        "$where._and[1]: expected an object (AlbumWhere)",
                        "$where._or[0]: must not be null (AlbumWhere!)",
                        "$wher: the operation declares no such variable. Did you mean \"where\"?");
    }

    @Test
    void aRequiredVariableMustBeThere() {
        String document = "query ($id: Int!) { album(albumId: $id) { title } }";
        assertThat(problems(document, Map.of())).containsExactly("$id: a value is required");
        assertThat(problems(document, java.util.Collections.singletonMap("id", null)))
                .containsExactly("$id: must not be null (Int!)");
    }

    @Test
    void deepInputIsRefused() {
        Map<String, Object> where = Map.of();
        for (int i = 0; i < 20_000; i++) {
            where = Map.of("_not", where);
        }
        Map<String, Object> deep = where;
        assertThat(problems(WHERE, Map.of("where", deep))).singleElement().satisfies(message -> assertThat(message)
                .startsWith("Input is nested deeper than 100 levels: $where._not._not"));
    }

    @Test
    void noMoreThanTwentyProblems() {
        Map<String, Object> raw = Map.of("where", Map.of("_or", java.util.Collections.nCopies(50, 1L)));
        assertThat(problems(WHERE, raw)).hasSize(20);
    }

    @Test
    void literalsAreCoercedLikeVariables() {
        GraphQLInputType type = (GraphQLInputType) SURFACE.schema().getType("AlbumWhere");
        String literal = "{price: {eq: 19.99}, mood: {in: SAD}, notes: {eq: {a: [1, null, \"x\"]}}, title: {eq: null}}";
        assertThat(SURFACE.coerceLiteral(Parser.parseValue(literal), type))
                .hasToString("{price={eq=19.99}, mood={in=[SAD]}, notes={eq={a=[1, null, x]}}, title={eq=null}}");
    }

    private static Map<String, Object> coerce(String document, Map<String, Object> raw) {
        return TestingSurface.coerce(SURFACE, document, raw);
    }

    private static List<String> problems(String document, Map<String, Object> raw) {
        List<RequestError> errors = TestingSurface.errors(() -> coerce(document, raw));
        assertThat(errors).allSatisfy(error -> assertThat(error.code().name()).isEqualTo("BAD_USER_INPUT"));
        return errors.stream().map(RequestError::message).toList();
    }
}
