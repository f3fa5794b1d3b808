package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CorsTest {

    private static final String APP = "https://app.example.com";
    private static final List<String> HEADERS = List.of("Content-Type", "X-Request-Id");

    @Test
    void isOffUnlessOriginsAreListed() {
        try (TestingServer server = new TestingServer(new FakeEngine())) {
            HttpResponse<String> response = server.send(server.graphql("query").header("Origin", APP));

            assertThat(response.headers().map()).doesNotContainKeys("access-control-allow-origin", "vary");
            assertThat(preflight(server, APP).headers().map()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void letsListedOriginsIn() {
        try (TestingServer server = server(new CorsConfig(List.of(APP), HEADERS, true, Duration.ofMinutes(5)))) {
            HttpResponse<String> response = server.send(server.graphql("query").header("Origin", APP));
            HttpResponse<String> preflight = preflight(server, APP);

            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(APP);
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                    .contains("true");
            assertThat(response.headers().firstValue("Vary")).contains("Origin");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(APP);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains("GET, POST, OPTIONS");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("Content-Type, X-Request-Id");
            assertThat(preflight.headers().firstValue("Access-Control-Max-Age")).contains("300");
        }
    }

    @Test
    void keepsOtherOriginsOut() {
        try (TestingServer server = server(new CorsConfig(List.of(APP), HEADERS, false, Duration.ofHours(1)))) {
            String evil = "https://app.example.com.evil.test";

            assertThat(preflight(server, evil).headers().map())
                    .doesNotContainKeys("access-control-allow-origin", "access-control-allow-methods");
            assertThat(server.send(server.graphql("query").header("Origin", evil))
                            .headers()
                            .map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void everyOriginMeansNoCredentials() {
        try (TestingServer server = server(new CorsConfig(List.of("*"), HEADERS, false, Duration.ofHours(1)))) {
            HttpResponse<String> response = server.send(server.graphql("query").header("Origin", APP));

            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(response.headers().map()).doesNotContainKey("access-control-allow-credentials");
        }
        assertThatThrownBy(() -> new CorsConfig(List.of("*"), HEADERS, true, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("list the origins by name");
    }

    @Test
    void aRefusalCanBeReadByThePageToo() {
        try (TestingServer server = server(new CorsConfig(List.of(APP), HEADERS, false, Duration.ofHours(1)))) {
            HttpResponse<String> response =
                    server.send(server.graphql("query").header("Origin", APP).header("Accept", "text/plain"));

            assertThat(response.statusCode()).isEqualTo(406);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(APP);
        }
    }

    private static TestingServer server(CorsConfig cors) {
        HttpConfig base = TestingServer.CONFIG;
        HttpConfig config = new HttpConfig(
                false,
                base.maxBody(),
                base.timeout(),
                false,
                base.admission(),
                cors,
                base.compression(),
                base.drain(),
                base.export(),
                base.subscriptions());
        return new TestingServer(new FakeEngine(), config, 4);
    }

    private static HttpResponse<String> preflight(TestingServer server, String origin) {
        return server.send(HttpRequest.newBuilder(server.uri("/graphql"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
