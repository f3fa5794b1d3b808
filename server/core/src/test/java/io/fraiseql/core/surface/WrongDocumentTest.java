package io.fraiseql.core.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongDocumentTest {

    private static final Surface SURFACE = TestingSurface.music();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { albums { titel } }                                | GRAPHQL_VALIDATION_FAILED | 1:12 | Type "Album" has no field "titel". Did you mean "title"?
            { album }                                           | GRAPHQL_VALIDATION_FAILED | 1:3 | Subselection required
            { album(albumId: 1) { title { x } } }               | GRAPHQL_VALIDATION_FAILED | 1:23 | Subselection not allowed
            { album { title } }                                 | GRAPHQL_VALIDATION_FAILED | 1:3 | Missing field argument 'albumId'
            { album(albumId: null) { title } }                  | GRAPHQL_VALIDATION_FAILED | 1:18 | albumId: must not be null (Int!)
            { album(albumId: "1") { title } }                   | GRAPHQL_VALIDATION_FAILED | 1:18 | albumId: expected an Int
            { albums(were: {}) { title } }                      | GRAPHQL_VALIDATION_FAILED | 1:10 | There is no argument "were" on field "Query.albums". Did you mean "where"?
            { albums(where: {title: {equals: "x"}}) { title } } | GRAPHQL_VALIDATION_FAILED | 1:34 | where.title: "equals" is not a member of StringFilter.
            { albums(where: {titel: {eq: "x"}}) { title } }     | GRAPHQL_VALIDATION_FAILED | 1:25 | Did you mean "title"?
            { albums(where: {title: "x"}) { title } }           | GRAPHQL_VALIDATION_FAILED | 1:25 | where.title: expected an object (StringFilter)
            { albums(where: {title: {eq: x}}) { title } }       | GRAPHQL_VALIDATION_FAILED | 1:30 | write a string in quotes
            { albums(where: {mood: {eq: "HAPPY"}}) { title } }  | GRAPHQL_VALIDATION_FAILED | 1:29 | where.mood.eq: expected the name of a value (Mood)
            { albums(where: {mood: {eq: HAPY}}) { title } }     | GRAPHQL_VALIDATION_FAILED | 1:29 | where.mood.eq: "HAPY" is not a value of Mood. Did you mean "HAPPY"?
            { albums(where: {_or: [{}, {title: {in: [1]}}]}) { title } } | GRAPHQL_VALIDATION_FAILED | 1:42 | where._or[1].title.in[0]: expected a String
            { albums(orderBy: [{title: UP}]) { title } }        | GRAPHQL_VALIDATION_FAILED | 1:28 | orderBy[0].title: "UP" is not a value of OrderDirection.
            { albums(orderBy: [{notes: ASC}]) { title } }       | GRAPHQL_VALIDATION_FAILED | 1:28 | "notes" is not a member of AlbumOrderBy.
            { albums(orderBy: [{tracks: {name: ASC}}]) { title } } | GRAPHQL_VALIDATION_FAILED | 1:29 | "tracks" is not a member of AlbumOrderBy.
            { albums(limit: 1.5) { title } }                    | GRAPHQL_VALIDATION_FAILED | 1:17 | limit: expected an integer without point and exponent (Int)
            { ... on Albun { title } }                          | GRAPHQL_VALIDATION_FAILED | 1:10 | There is no type "Albun". Did you mean "Album"
            { albums { ... on Track { name } } }                | GRAPHQL_VALIDATION_FAILED | 1:12 | Fragment cannot be spread here
            { albums { ...f } }                                 | GRAPHQL_VALIDATION_FAILED | 1:12 | Undefined fragment 'f'
            { albums { title @skip(if: 1) } }                   | GRAPHQL_VALIDATION_FAILED | 1:28 | if: expected true or false
            { albums { title @skip } }                          | GRAPHQL_VALIDATION_FAILED | 1:18 | Missing directive argument 'if'
            { albums { title @skpi(if: true) } }                | GRAPHQL_VALIDATION_FAILED | 1:18 | There is no directive "@skpi". Did you mean "@skip"?
            { albums { title @include(iff: true) } }            | GRAPHQL_VALIDATION_FAILED | 1:27 | There is no argument "iff" on directive "@include".
            { albums @consistent { title } }                    | GRAPHQL_VALIDATION_FAILED | 1:10 | Directive 'consistent' not allowed here
            query @experimental_disableErrorPropagation { albums { title } } | GRAPHQL_VALIDATION_FAILED | 1:7 | There is no directive
            query ($w: AlbumWere) { albums(where: $w) { title } } | GRAPHQL_VALIDATION_FAILED | 1:12 | There is no type "AlbumWere". Did you mean "AlbumWhere"?
            query ($w: Album) { albums(where: $w) { title } }   | GRAPHQL_VALIDATION_FAILED | 1:8 | is not an input type
            query ($n: String) { albums(limit: $n) { title } }  | GRAPHQL_VALIDATION_FAILED | 1:36 | used in position expecting type 'Int'
            query ($n: Int = "1") { albums(limit: $n) { title } } | GRAPHQL_VALIDATION_FAILED | 1:18 | $n: expected an Int
            query ($n: Int) { albums { title } }                | GRAPHQL_VALIDATION_FAILED | 1:8 | Unused variable 'n'
            { albums(limit: $n) { title } }                     | GRAPHQL_VALIDATION_FAILED | 1:17 | Undefined variable 'n'
            { albums(where: {notes: {eq: {a: [$n]}}}) { title } } | GRAPHQL_VALIDATION_FAILED | 1:30 | make the whole value a variable
            { albums(limit: 1, limit: 2) { title } }            | GRAPHQL_VALIDATION_FAILED | 1:3 | There can be only one argument named 'limit'
            { albums(where: {live: {eq: true, eq: false}}) { title } } | GRAPHQL_VALIDATION_FAILED | 1:24 | There can be only one field named 'eq'
            { a: albums { title } a: albums(limit: 1) { title } } | GRAPHQL_VALIDATION_FAILED | 1:3 | fields have different arguments
            { albums { ...f } } fragment f on Album { ...g } fragment g on Album { title ...f } | GRAPHQL_VALIDATION_FAILED | 1:78 | Fragment "f" includes itself.
            { albums { title } } fragment f on Album { title }  | GRAPHQL_VALIDATION_FAILED | 1:22 | Unused fragment 'f'
            mutation { x }                                      | GRAPHQL_VALIDATION_FAILED | 1:1 | This schema has no mutations.
            subscription { x }                                  | GRAPHQL_VALIDATION_FAILED | 1:1 | This schema has no subscriptions.
            { albums { title } } type X { a: Int }              | GRAPHQL_VALIDATION_FAILED | 1:22 | is not executable
            { albums { title }                                  | GRAPHQL_PARSE_FAILED      | 1:19 | Invalid syntax
            { albums { title } } }                              | GRAPHQL_PARSE_FAILED      | 1:22 | Invalid syntax
            { albums(limit: 1e) { title } }                     | GRAPHQL_PARSE_FAILED      | 1:17 | Invalid syntax
            query a { albums { title } } query b { artists { name } } | OPERATION_RESOLUTION_FAILURE | | name one in operationName
            """)
    void isRefusedWithTheRightCodePlaceAndMessage(String document, String code, String place, String message) {
        List<RequestError> errors = TestingSurface.errors(() -> SURFACE.parse(document, null));
        RequestError error = errors.get(0);
        assertThat(error.message()).contains(message);
        assertThat(error.code().name()).isEqualTo(code);
        List<String> places = error.locations().stream()
                .map(location -> location.line() + ":" + location.column())
                .limit(1)
                .toList();
        assertThat(places).isEqualTo(place == null ? List.of() : List.of(place));
    }

    @Test
    void everyMistakeIsReportedUpToTwenty() {
        assertThat(TestingSurface.errors(() -> SURFACE.parse("{ albums { a b } artists { c } }", null)))
                .hasSize(3);
        assertThat(TestingSurface.errors(() -> SURFACE.parse("{ albums { " + "x ".repeat(50) + "} }", null)))
                .hasSize(20);
    }

    @Test
    void anUnknownOperationIsNamed() {
        String document = "query first { albums { title } } query second { artists { name } }";
        assertThat(TestingSurface.errors(() -> SURFACE.parse(document, "frist")))
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .isEqualTo("There is no operation \"frist\". Did you mean \"first\"?"));
        assertThat(SURFACE.parse(document, "second").operation().getName()).isEqualTo("second");
    }

    @Test
    void messagesDoNotFollowTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(TestingSurface.errors(() -> SURFACE.parse("query ($n: Int) { albums { title } }", null)))
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).isEqualTo("Unused variable 'n'"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void introspectionCanBeSwitchedOff() {
        SurfaceLimits closed = new SurfaceLimits(15, 1000, 50, 20, 1000, 15_000, false);
        Surface surface = TestingSurface.music(closed);
        String document = "{ __typename ...f } fragment f on Query { __type(name: \"Album\") { name } }";
        assertThat(TestingSurface.errors(() -> surface.parse(document, null)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code().name()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
                    assertThat(error.message()).contains("graphql.introspection");
                });
        assertThat(surface.parse("{ __typename albums { __typename } }", null)).isNotNull();
    }
}
