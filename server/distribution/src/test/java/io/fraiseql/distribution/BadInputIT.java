package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong requests to the shipped server: each gets its own answer, and after each the next good one is answered. */
class BadInputIT {

    private static final String GOOD = "{ country(code: \"IS\") { name } }";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.DatabaseFolder#databases")
    void everyWrongRequestIsAnsweredAndHarmsNobody(TestDatabase kind) throws IOException {
        Matrix.assumeRuns(kind, TestDatabase.MYSQL);
        DatabaseFolder database = DatabaseFolder.demo(folder, kind);
        try (DistributionServer server = database.serve()) {
            int port = server.port();
            for (Map.Entry<String, String> wrong : documents().entrySet()) {
                expect(wrong.getKey(), HttpAnswer.query(port, wrong.getKey()), 400, wrong.getValue());
                stillAnswers(port);
            }
            for (Map.Entry<String, String> wrong : bodies().entrySet()) {
                expect(wrong.getKey(), HttpAnswer.json(port, wrong.getKey()), 400, wrong.getValue());
                stillAnswers(port);
            }
            transport(port);
            execution(port);
            assertThat(server.output()).doesNotContain("ERROR").doesNotContain("POST /graphql");
        }
    }

    private static Map<String, String> documents() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("", "GRAPHQL_PARSE_FAILED");
        wrong.put("{ countries { name }", "GRAPHQL_PARSE_FAILED");
        wrong.put("mutation { a }", "This schema has no mutations.");
        wrong.put("subscription { a }", "This schema has no subscriptions.");
        wrong.put("{ countries { nam } }", "Did you mean \\\"name\\\"?");
        wrong.put("{ countris { name } }", "Did you mean \\\"countries\\\"");
        wrong.put("{ countries(limt: 3) { name } }", "Did you mean \\\"limit\\\"?");
        wrong.put("{ countries(limit: $x) { name } }", "Undefined variable");
        wrong.put("query($a: Int!) { book(bookId: $a) { bookId } }", "$a: a value is required");
        wrong.put("{ countries(where: {name: {foo: \"x\"}}) { name } }", "is not a member of StringFilter");
        wrong.put("{ countries(where: {nam: {eq: \"x\"}}) { name } }", "is not a member of CountryWhere");
        wrong.put("{ countries(orderBy: [{name: UP}]) { name } }", "is not a value of OrderDirection");
        wrong.put("{ countries(where: {name: {eq: 3}}) { name } }", "expected a String, got 3");
        wrong.put("{ countries(where: {name: {eq: null}}) { name } }", "use {isNull: true}");
        wrong.put("{ books(limit: 99999999999) { bookId } }", "expected an Int");
        wrong.put("{ book(bookId: 2147483648) { bookId } }", "expected an Int");
        wrong.put("{ books(limit: 1.0) { bookId } }", "without point");
        wrong.put("{ book(bookId: 1e0) { bookId } }", "without point");
        wrong.put("{ books(limit: -1) { bookId } }", "not negative");
        wrong.put("{ books(offset: -1) { bookId } }", "not negative");
        wrong.put("{ books(limit: 1001) { bookId } }", "more than the largest allowed, 1000");
        wrong.put("{ countries @foo { name } }", "There is no directive");
        wrong.put("type A { b: Int }", "not executable");
        wrong.put("query A { __typename } query A { __typename }", "only one operation named");
        wrong.put("query A { __typename } query B { __typename }", "OPERATION_RESOLUTION_FAILURE");
        wrong.put(
                "{ countries { ...A } } fragment A on Country { ...B } fragment B on Country { ...A }",
                "Fragment \\\"A\\\" includes itself");
        wrong.put("{ countries(where: {name: {eq: \"\\ud800\"}}) { name } }", "surrogate");
        wrong.put("{ countries(where: {name: {eq: \"a\\u0000b\"}}) { name } }", "U+0000");
        wrong.put("{ " + "categories { ".repeat(16) + "name" + " }".repeat(17), "QUERY_TOO_DEEP");
        wrong.put("{ " + "categories { ".repeat(5000) + "name" + " }".repeat(5001), "GRAPHQL_PARSE_FAILED");
        wrong.put(
                "{ books(where: " + "{_not: ".repeat(3000) + "{}" + "}".repeat(3000) + ") { bookId } }",
                "PARSE_FAILED");
        wrong.put(
                "{ books(limit: 1000) { authors(limit: 1000) { books(limit: 1000) { title } } } }",
                "QUERY_TOO_COMPLEX");
        wrong.put("{ " + aliases(60) + " }", "QUERY_TOO_COMPLEX");
        wrong.put("{ country(code: \"IS\") { " + many(60, "a%d: name ") + "} }", "QUERY_TOO_COMPLEX");
        wrong.put("{ " + aliases(10_000) + " }", "GRAPHQL_PARSE_FAILED");
        wrong.put("{ __typename " + "@skip(if: false) ".repeat(20_000) + " }", "GRAPHQL_PARSE_FAILED");
        wrong.put("{ __schema { types { fields { type { fields { name } } } } } }", "QUERY_TOO_DEEP");
        return wrong;
    }

    private static Map<String, String> bodies() {
        String book = "\"query\":\"query($a: Int!) { book(bookId: $a) { bookId } }\",\"variables\":";
        String country =
                "\"query\":\"query($n: String) { countries(where: {name: {eq: $n}}) { name } }\",\"variables\":";
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("", "BAD_USER_INPUT");
        wrong.put("{\"query\":", "not valid JSON");
        wrong.put("[]", "batches");
        wrong.put("{}", "BAD_USER_INPUT");
        wrong.put("{\"query\":3}", "BAD_USER_INPUT");
        wrong.put("{\"query\":\"{__typename}\",\"query\":\"{a}\"}", "given twice");
        wrong.put("{\"query\":\"{__typename}\",\"foo\":1}", "no key of a GraphQL request");
        wrong.put("{" + book + "{}}", "$a: a value is required");
        wrong.put("{" + book + "{\"a\":null}}", "BAD_USER_INPUT");
        wrong.put("{" + book + "{\"a\":\"x\"}}", "expected an Int");
        wrong.put("{" + book + "{\"a\":1.5}}", "expected an Int");
        wrong.put("{" + book + "{\"a\":99999999999}}", "expected an Int");
        wrong.put("{" + book + "{\"a\":1,\"b\":2}}", "declares no such variable");
        wrong.put("{" + country + "{\"n\":\"\\ud800\"}}", "surrogate");
        wrong.put("{" + country + "{\"n\":\"a\\u0000b\"}}", "U+0000");
        wrong.put(
                "{\"query\":\"{__typename}\",\"variables\":{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}",
                "nested");
        return wrong;
    }

    private static void transport(int port) throws IOException {
        byte[] good = "{\"query\":\"{__typename}\"}".getBytes(StandardCharsets.UTF_8);
        expect("text", HttpAnswer.post(port, "text/plain", good), 415, "UNSUPPORTED_MEDIA_TYPE");
        expect("latin", HttpAnswer.post(port, "application/json; charset=latin1", good), 415, "UNSUPPORTED");
        byte[] broken = {'{', '"', 'q', 'u', 'e', 'r', 'y', '"', ':', '"', (byte) 0xff, '"', '}'};
        expect("invalid UTF-8", HttpAnswer.post(port, "application/json", broken), 400, "not valid UTF-8");
        String large = "{\"query\":\"{__typename" + " ".repeat(2 << 20) + "}\"}";
        expect("large", HttpAnswer.json(port, large), 413, "PAYLOAD_TOO_LARGE");
        for (String document : new String[] {"mutation{a}", "subscription{a}"}) {
            HttpAnswer answer = HttpAnswer.get(port, "/graphql?query=" + encoded(document));
            expect(document, answer, 405, "This schema has no");
            assertThat(answer.allow()).contains("POST");
        }
        HttpAnswer chosen = HttpAnswer.get(
                port, "/graphql?operationName=M&query=" + encoded("query Q { __typename } mutation M { a }"));
        expect("the chosen mutation", chosen, 405, "This schema has no mutations");
        expect("elsewhere", HttpAnswer.get(port, "/nope"), 404, "NOT_FOUND");
        stillAnswers(port);
    }

    /** What only the database can refuse. */
    private static void execution(int port) throws IOException {
        expect(
                "rows",
                HttpAnswer.query(port, "{ books { authors { books { authors { books { title } } } } } }"),
                200,
                "graphql.maxRows");
        expect(
                "regex",
                HttpAnswer.query(port, "{ books(where: {title: {regex: \"(\"}}) { title } }"),
                200,
                "BAD_USER_INPUT");
        for (String operator : new String[] {"like", "ilike", "nlike", "nilike"}) {
            String document = "{ books(where: {title: {%s: \"nothing such\\\\\"}}) { title } }".formatted(operator);
            expect(operator, HttpAnswer.query(port, document), 200, "cannot end with its escape character");
        }
        stillAnswers(port);
    }

    private static void expect(String what, HttpAnswer answer, int status, String text) {
        String shown = what.substring(0, Math.min(what.length(), 80));
        assertThat(answer.body()).as(shown).contains(text).contains("\"errors\"");
        assertThat(answer.status()).as(shown).isEqualTo(status);
    }

    private static void stillAnswers(int port) throws IOException {
        assertThat(HttpAnswer.query(port, GOOD))
                .isEqualTo(new HttpAnswer(200, "", "{\"data\":{\"country\":{\"name\":\"Iceland\"}}}"));
    }

    private static String aliases(int count) {
        return many(count, "a%d: country(code: \"IS\") { name } ");
    }

    private static String many(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
