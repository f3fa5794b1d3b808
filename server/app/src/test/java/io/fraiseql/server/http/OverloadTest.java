package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One permit, so that a held request makes the server busy. */
@Timeout(60)
final class OverloadTest {

    private final FakeEngine engine = new FakeEngine();

    @Test
    void refusesWhenTheQueueIsFull() throws Exception {
        try (TestingServer server = new TestingServer(engine, admission(0, Duration.ofSeconds(5)), 1)) {
            CompletableFuture<HttpResponse<String>> held = async(server, "hold");
            engine.held.await();

            HttpResponse<String> refused = server.send(server.graphql("query"));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("\"code\":\"OVERLOADED\"").contains("queue is full");
            assertThat(Scrape.value(server, "fraiseql_http_rejected_total{reason=\"queue_full\"}"))
                    .isEqualTo(1);
            engine.go.countDown();
            assertThat(held.get().statusCode()).isEqualTo(200);
            assertThat(server.send(server.graphql("query")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesWhatWaitedTooLong() throws Exception {
        try (TestingServer server = new TestingServer(engine, admission(10, Duration.ofMillis(50)), 1)) {
            CompletableFuture<HttpResponse<String>> held = async(server, "hold");
            engine.held.await();

            HttpResponse<String> refused = server.send(server.graphql("query"));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("waited too long");
            engine.go.countDown();
            assertThat(held.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersWhatWaitedItsTurn() throws Exception {
        try (TestingServer server = new TestingServer(engine, admission(10, Duration.ofSeconds(30)), 1)) {
            CompletableFuture<HttpResponse<String>> held = async(server, "hold");
            engine.held.await();
            CompletableFuture<HttpResponse<String>> waiting = async(server, "query");
            Waiting.until(() -> Scrape.value(server, "fraiseql_http_in_flight") == 2);

            assertThat(waiting).isNotDone();
            engine.go.countDown();

            assertThat(held.get().statusCode()).isEqualTo(200);
            assertThat(waiting.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsNoPermit() throws Exception {
        try (TestingServer server = new TestingServer(engine, admission(0, Duration.ZERO), 1);
                Socket lazy = new Socket()) {
            lazy.setReceiveBufferSize(4096);
            lazy.connect(server.address());
            String body = "{\"query\":\"large 50000000\"}";
            lazy.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = lazy.getInputStream();
            assertThat(answer.read()).isEqualTo('H');

            assertThat(server.send(server.graphql("query")).statusCode()).isEqualTo(200);
            assertThat(Scrape.value(server, "fraiseql_http_in_flight")).isEqualTo(1);
            lazy.close();
            Waiting.until(() -> Scrape.value(server, "fraiseql_http_aborted_total") == 1);
            assertThat(Scrape.value(server, "fraiseql_http_in_flight")).isZero();
        }
    }

    @Test
    void finishesRunningRequestsAndRefusesNewOnesWhileStopping() throws Exception {
        TestingServer server = new TestingServer(engine, TestingServer.CONFIG, 4);
        assertThat(server.get(server.uri("/health/ready")).statusCode()).isEqualTo(200);
        CompletableFuture<HttpResponse<String>> held = async(server, "hold");
        engine.held.await();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
        Waiting.until(() -> server.get(server.uri("/health/ready")).statusCode() == 503);
        Waiting.until(() -> server.send(server.graphql("query")).statusCode() == 503);
        HttpResponse<String> refused = server.send(server.graphql("query"));

        assertThat(refused.body()).contains("\"code\":\"UNAVAILABLE\"").contains("stopping");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(server.get(server.uri("/health/live")).statusCode()).isEqualTo(200);
        assertThat(stopping).isNotDone();
        engine.go.countDown();
        assertThat(held.get().body()).isEqualTo(FakeEngine.DATA);
        stopping.get(20, TimeUnit.SECONDS);
    }

    @Test
    void stopsOnSigterm() {
        try (TestingServer server = new TestingServer(engine)) {
            assertThat(server.jetty().getStopAtShutdown()).isTrue();
        }
    }

    @Test
    void stopsInTheEndWhenARequestDoesNot() throws Exception {
        DrainConfig drain = new DrainConfig(Duration.ZERO, Duration.ofMillis(50));
        TestingServer server = new TestingServer(engine, with(TestingServer.CONFIG.admission(), drain), 4);
        CompletableFuture<HttpResponse<String>> held = async(server, "hold");
        engine.held.await();

        CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);

        assertThat(held).failsWithin(Duration.ofSeconds(20));
    }

    private static CompletableFuture<HttpResponse<String>> async(TestingServer server, String document) {
        return server.client.sendAsync(server.graphql(document).build(), BodyHandlers.ofString());
    }

    private static HttpConfig admission(int queue, Duration maxWait) {
        return with(new AdmissionConfig(queue, maxWait), TestingServer.CONFIG.drain());
    }

    private static HttpConfig with(AdmissionConfig admission, DrainConfig drain) {
        HttpConfig base = TestingServer.CONFIG;
        return new HttpConfig(
                false,
                base.maxBody(),
                base.timeout(),
                false,
                admission,
                base.cors(),
                base.compression(),
                drain,
                base.export(),
                base.subscriptions());
    }
}
