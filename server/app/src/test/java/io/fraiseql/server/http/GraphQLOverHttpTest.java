package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphQLOverHttpTest {

    private static final FakeEngine ENGINE = new FakeEngine();
    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = new TestingServer(ENGINE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "query, 200, 200",
        "partial, 200, 200",
        "invalid, 200, 400",
        "unparsable, 200, 400",
        "forbidden, 200, 403",
        "down, 503, 503",
        "broken, 500, 500",
        "mutation, 200, 200"
    })
    void statusDependsOnTheMediaType(String document, int json, int graphqlResponse) {
        HttpResponse<String> legacy = server.send(server.graphql(document).header("Accept", "application/json"));
        HttpResponse<String> current =
                server.send(server.graphql(document).header("Accept", "application/graphql-response+json"));

        assertThat(legacy.statusCode()).isEqualTo(json);
        assertThat(legacy.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(current.statusCode()).isEqualTo(graphqlResponse);
        assertThat(current.headers().firstValue("Content-Type"))
                .contains("application/graphql-response+json;charset=utf-8");
        assertThat(current.body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/* | application/json",
                "application/json, */* | application/json",
                "application/json;charset=UTF-8 | application/json",
                "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json",
                "application/json, application/graphql-response+json | application/graphql-response+json",
                "application/json, application/graphql-response+json;q=0.5 | application/json",
                "application/graphql-response+json;q=0, */* | application/json",
                "text/html, */*;q=0.1 | application/json",
                "Application/GraphQL-Response+JSON | application/graphql-response+json",
            })
    void negotiatesTheMediaType(String accept, String expected) {
        HttpResponse<String> response = server.send(server.graphql("query").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(expected + ";charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html",
                "application/xml, text/*",
                "application/json;q=0",
                "application/json;charset=iso-8859-1",
                "*/*;q=0",
            })
    void refusesWhatCannotBeAccepted(String accept) {
        HttpResponse<String> response = server.send(server.graphql("query").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("\"code\":\"NOT_ACCEPTABLE\"");
    }

    @Test
    void answersWithLengthAndRequestId() {
        HttpResponse<String> response = server.send(server.graphql("query").header("X-Request-Id", "abc-1"));

        assertThat(response.body()).isEqualTo(FakeEngine.DATA);
        assertThat(response.headers().firstValue("Content-Length")).contains("" + FakeEngine.DATA.length());
        assertThat(response.headers().firstValue("X-Request-Id")).contains("abc-1");
        assertThat(ENGINE.context.get().requestId()).isEqualTo("abc-1");
    }

    @Test
    void replacesARequestIdThatIsNotWellFormed() {
        HttpResponse<String> response = server.send(server.graphql("query").header("X-Request-Id", "a\"b"));

        assertThat(response.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
    }

    @Test
    void keepsTheCauseToItself() {
        HttpResponse<String> response = server.send(server.graphql("broken").header("X-Request-Id", "id7"));

        assertThat(response.body())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"The server failed; its log has the cause under request id id7\","
                                + "\"extensions\":{\"code\":\"INTERNAL\",\"requestId\":\"id7\"}}]}");
    }

    @Test
    void answersQueriesByGet() {
        HttpResponse<String> response = server.get(server.uri("/graphql?query=query%20%7B+%C3%A4+%7D&operationName=x"));

        assertThat(response.body()).isEqualTo(FakeEngine.DATA);
        assertThat(ENGINE.request.get().document()).isEqualTo("query { ä }");
        assertThat(ENGINE.request.get().operationName()).isEqualTo("x");
        assertThat(ENGINE.request.get().readOnly()).isTrue();
    }

    @Test
    void refusesMutationsByGet() {
        HttpResponse<String> response = server.get(server.uri("/graphql?query=mutation"));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
        assertThat(response.body()).isEqualTo(FakeEngine.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "query=a&query=b",
        "query=%zz",
        "query=%e4",
        "query=%4",
        "quer=a",
        "operationName=a",
    })
    void refusesParametersThatCannotBeRead(String query) throws Exception {
        String response = RawClient.exchange(
                server.port(), "GET /graphql?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_USER_INPUT\"");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "HEAD", "TRACE"})
    void refusesOtherMethods(String method) throws Exception {
        String response = RawClient.exchange(
                server.port(), method + " /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 405").contains("Allow: GET, POST, OPTIONS\r\n");
    }

    @Test
    void tellsItsMethods() {
        HttpResponse<String> response = server.send(
                HttpRequest.newBuilder(server.uri("/graphql")).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("GET, POST, OPTIONS");
    }

    @Test
    void hasItsOwnErrorForUnknownPaths() {
        HttpResponse<String> response = server.get(server.uri("/graphq"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"code\":\"NOT_FOUND\"");
    }

    @Test
    void compressesLargeAnswersOnly() throws Exception {
        HttpRequest large = server.graphql("large 20000")
                .header("Accept-Encoding", "br, gzip;q=0.5")
                .build();
        HttpRequest small =
                server.graphql("query").header("Accept-Encoding", "gzip").build();

        HttpResponse<byte[]> compressed = server.client.send(large, HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<String> plain = server.client.send(small, HttpResponse.BodyHandlers.ofString());

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.body().length).isLessThan(1000);
        try (var unzipped = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(compressed.body()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"data\":\"" + "x".repeat(20000) + "\"}");
        }
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(FakeEngine.DATA);
    }
}
