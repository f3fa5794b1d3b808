package io.fraiseql.core.surface;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.validation.Validator;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.spi.sql.Capability;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class DocumentFuzzTest {

    private static final Surface SURFACE = new Surface(
            TestingModel.music(),
            TestingSurface.dialect(EnumSet.allOf(Capability.class)),
            new ScalarCatalog()::codec,
            TestingSurface.LIMITS);

    private static final List<String> SEEDS = List.of(
            "query q($w: AlbumWhere, $n: Int = 3) @consistent { a: albums(where: $w, limit: $n) { title ...f } }"
                    + " fragment f on Album { artist { name albums(orderBy: [{title: ASC}], offset: 1) { albumId } } }",
            "{ albums(where: {_or: [{title: {eq: \"x\", in: [\"a\", \"b\"]}}, {mood: {eq: HAPPY}}]}) { tags notes } }",
            "{ media { __typename ... on Book @include(if: true) { pages } } works { ... on Film { minutes } } }",
            "query I { __schema { types { name fields { name args { defaultValue } } } } __type(name: \"A\") { kind } }",
            "{ album(albumId: 12) { price label { city } offices(limit: 2) { city } } albumsByMood(mood: SAD) { live } }");

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ":",
            "$",
            "$w",
            "...",
            "... on Book",
            "@skip(if: true)",
            "\"",
            "\"\"\"",
            "null",
            "true",
            "-1",
            "1e5",
            "title",
            "albums",
            "where",
            "fragment",
            "query",
            "mutation",
            "#",
            "\\u",
            "\uD800",
            "__schema { types { name } }",
            "...f",
            "_not",
            "!",
            "=",
            "|",
            "&",
            "\u0000",
            "99999999999999999999");

    @Property(tries = 2000)
    void anyTextIsParsedOrRefused(@ForAll @StringLength(max = 60) String text) {
        parse(text);
        parse("{ albums(where: {title: {eq: " + text + "}}) { title } }");
        parse("{ albums(where: {price: {eq: " + text + "}, notes: {eq: [" + text + "]}}) { title } }");
        parse("{ " + text + " }");
    }

    @Property(tries = 4000)
    void mutatedDocumentsAreParsedOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        int mutations = 1 + random.nextInt(4);
        for (int i = 0; i < mutations; i++) {
            mutate(text, random);
        }
        parse(text.toString());
    }

    private static void mutate(StringBuilder text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(8));
        switch (random.nextInt(3)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, " " + PIECES.get(random.nextInt(PIECES.size())) + " ");
            default -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
        }
    }

    @Property(tries = 2000)
    void anyValueIsCoercedOrRefused(@ForAll @StringLength(max = 40) String text, @ForAll long number) {
        String document = "query ($w: AlbumWhere) { albums(where: $w) { title } }";
        for (String field :
                List.of("albumId", "price", "released", "contact", "live", "cover", "notes", "mood", "tags", text)) {
            for (Object value : List.of(text, number, List.of(text), Map.of(text, number))) {
                try {
                    TestingSurface.coerce(SURFACE, document, Map.of("w", Map.of(field, Map.of("eq", value))));
                } catch (GraphQLRequestException e) {
                    assertThat(e.code()).isEqualTo(CoreErrorCode.BAD_USER_INPUT);
                }
            }
        }
    }

    /** What we accept, graphql-java with all its rules accepts too. */
    private static void parse(String text) {
        try {
            ParsedOperation operation = SURFACE.parse(text, null);
            SURFACE.introspect(operation, Map.of());
            assertThat(new Validator().validateDocument(SURFACE.schema(), operation.document(), Locale.ROOT))
                    .isEmpty();
        } catch (GraphQLRequestException e) {
            assertThat(e.errors()).isNotEmpty().hasSizeLessThanOrEqualTo(20).allSatisfy(error -> {
                assertThat(error.message()).isNotBlank().hasSizeLessThan(600);
                assertThat(error.code()).isInstanceOf(CoreErrorCode.class);
            });
        }
    }
}
