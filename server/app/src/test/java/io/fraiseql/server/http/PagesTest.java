package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GraphiQL, the schema's text and health. */
final class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = new TestingServer(new FakeEngine());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void servesGraphiqlAndEverythingItNeeds() {
        HttpResponse<String> page = server.get(server.uri("/graphiql/"));
        Matcher files = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        int count = 0;
        while (files.find()) {
            if (!files.group(1).startsWith("data:")) {
                HttpResponse<String> file = server.get(server.uri("/graphiql/" + files.group(1)));
                assertThat(file.statusCode()).as(files.group(1)).isEqualTo(200);
                assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith(files.group(1).endsWith(".css") ? "text/css" : "text/javascript");
                count++;
            }
        }
        assertThat(count).isEqualTo(5);
        assertThat(page.body()).doesNotContain("http:").doesNotContain("https:");
    }

    @Test
    void graphiqlIsNotSentTwice() {
        String tag = server.get(server.uri("/graphiql/graphiql.min.css"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> again = server.send(
                HttpRequest.newBuilder(server.uri("/graphiql/graphiql.min.css")).header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void browsersAreSentToGraphiql() {
        HttpResponse<String> graphql =
                server.send(HttpRequest.newBuilder(server.uri("/graphql")).header("Accept", BROWSER));
        HttpResponse<String> query = server.send(
                HttpRequest.newBuilder(server.uri("/graphql?query=query")).header("Accept", BROWSER));

        assertThat(graphql.statusCode()).isEqualTo(302);
        assertThat(graphql.headers().firstValue("Location")).contains("/graphiql/");
        assertThat(server.get(server.uri("/graphiql")).headers().firstValue("Location"))
                .contains("/graphiql/");
        assertThat(query.body()).isEqualTo(FakeEngine.DATA);
    }

    @Test
    void productionHasNoGraphiql() {
        HttpConfig base = TestingServer.CONFIG;
        HttpConfig production = new HttpConfig(
                true,
                base.maxBody(),
                base.timeout(),
                false,
                base.admission(),
                base.cors(),
                base.compression(),
                base.drain(),
                base.export(),
                base.subscriptions());
        try (TestingServer strict = new TestingServer(new FakeEngine(), production, 1)) {
            assertThat(strict.get(strict.uri("/graphiql/")).statusCode()).isEqualTo(404);
            assertThat(strict.send(HttpRequest.newBuilder(strict.uri("/graphql"))
                                    .header("Accept", BROWSER))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void servesNothingElseFromTheJar() throws Exception {
        for (String path :
                new String[] {"/graphiql/../http/HttpModule.class", "/graphiql/%2e%2e/x", "/graphiql/LICENSES.txt"}) {
            String response = RawClient.exchange(
                    server.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(response).as(path).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void servesTheSchema() {
        HttpResponse<String> schema = server.get(server.uri("/graphql/schema.graphql"));

        assertThat(schema.body()).isEqualTo("type Query { answer: Int }");
        assertThat(schema.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    }

    @Test
    void tellsHealthOnBothPorts() {
        for (String path : new String[] {"/health/live", "/health/ready"}) {
            assertThat(server.get(server.uri(path)).body()).isEqualTo("{\"status\":\"up\"}");
            assertThat(server.get(server.adminUri(path)).statusCode()).isEqualTo(200);
        }
        assertThat(server.get(server.adminUri("/healthcheck")).body()).contains("\"database\":{\"healthy\":true");
    }

    @Test
    void isNotReadyWithoutItsDatabase() {
        try (TestingServer ill = new TestingServer(new FakeEngine())) {
            ill.databaseAlive.set(false);

            assertThat(ill.get(ill.uri("/health/ready")).statusCode()).isEqualTo(503);
            assertThat(ill.get(ill.uri("/health/live")).statusCode()).isEqualTo(200);
            assertThat(ill.get(ill.adminUri("/healthcheck")).statusCode()).isEqualTo(500);
            ill.databaseAlive.set(true);
            Waiting.until(() -> ill.get(ill.uri("/health/ready")).statusCode() == 200);
        }
    }
}
