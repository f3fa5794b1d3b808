package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams as a client sees them on its socket. */
@Timeout(60)
final class ExportTest {

    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final FakeEngine engine = new FakeEngine();
    private TestingServer server = serve(2, Duration.ofMinutes(1), 8);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-ndjson | application/x-ndjson;charset=utf-8",
                "text/csv | text/csv;charset=utf-8;header=present",
                "application/json;stream=true | application/json;charset=utf-8",
                "application/json; stream=\"true\" | application/json;charset=utf-8",
                "application/x-ndjson, */* | application/x-ndjson;charset=utf-8",
                "application/json, text/csv | text/csv;charset=utf-8;header=present",
                "text/csv;q=0.5, application/x-ndjson | application/x-ndjson;charset=utf-8",
                "text/csv, application/x-ndjson;q=0.5 | text/csv;charset=utf-8;header=present",
            })
    void isChosenByAccept(String accept, String contentType) {
        HttpResponse<String> response = server.send(server.graphql("rows 3").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(contentType);
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body()).isEqualTo("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*",
                "application/json",
                "application/json;stream=false",
                "application/json;stream=true;q=0.5, application/json",
                "application/x-ndjson;q=0, application/json",
                "text/*;q=0.9, application/json"
            })
    void hasToBeNamed(String accept) {
        HttpResponse<String> response = server.send(server.graphql("query").header("Accept", accept));

        assertThat(response.body()).isEqualTo(FakeEngine.DATA);
    }

    @Test
    void isServedByGetToo() throws IOException {
        String response = RawClient.exchange(
                server.port(),
                "GET /graphql?query=rows+2 HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 200").contains("{\"n\":2}\n" + LAST_CHUNK);
    }

    @Test
    void errorsBeforeTheFirstRowAreAnsweredAsJson() {
        HttpResponse<String> response = server.send(server.graphql("wrong").header("Accept", "text/csv"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(response.body()).isEqualTo(FakeEngine.REFUSED);
        assertThat(Scrape.value(server, "fraiseql_graphql_operations_total{outcome=\"refused\",type=\"query\"}"))
                .isEqualTo(1);
    }

    @Test
    void countsWhatItStreams() {
        server.send(server.graphql("rows 2500").header("Accept", "application/x-ndjson"));

        assertThat(ended("complete")).isEqualTo(1);
        assertThat(Scrape.value(server, "fraiseql_export_rows_total")).isEqualTo(2500);
        assertThat(Scrape.value(server, "fraiseql_exports_active")).isZero();
        assertThat(engine.streams.remove().closed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"keep-alive", "close"})
    void aBreakIsNeverAnEnd(String connection) throws IOException {
        for (String type : new String[] {"application/x-ndjson", "text/csv", "application/json;stream=true"}) {
            String complete = RawClient.exchange(server.port(), request("rows 1500", type, "close"));
            assertThat(complete).contains("Transfer-Encoding: chunked").endsWith("{\"n\":1500}\n" + LAST_CHUNK);

            String broken = RawClient.exchange(server.port(), request("breaks", type, connection));
            assertThat(broken)
                    .startsWith("HTTP/1.1 200")
                    .contains("{\"n\":1000}\n")
                    .doesNotContain(LAST_CHUNK);
            assertThat(broken.contains("\"code\":\"UNAVAILABLE\"")).isEqualTo(type.contains("ndjson"));
        }
        assertThat(Scrape.value(server, "fraiseql_exports_total{end=\"failed\",format=\"csv\"}"))
                .isEqualTo(1);
        assertThat(engine.streams).allMatch(FakeStream::closed);
    }

    @Test
    void oldHttpIsRefusedBecauseItCannotTell() throws IOException {
        String response = RawClient.exchange(
                server.port(), "GET /graphql?query=rows+2 HTTP/1.0\r\nHost: x\r\nAccept: text/csv\r\n\r\n");

        assertThat(response).contains(" 400 ").contains("A stream needs HTTP/1.1");
        assertThat(engine.streams).isEmpty();
    }

    @Test
    void endsWhenTheClientIsGone() throws IOException {
        try (Socket client = open("endless")) {
            assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
        }
        Waiting.until(() -> engine.streams.element().closed());
        Waiting.until(() -> ended("client_gone") == 1);
        assertThat(Scrape.value(server, "fraiseql_http_aborted_total")).isEqualTo(1);
    }

    @Test
    void endsWhenTheClientDoesNotRead() throws IOException {
        server.close();
        server = serve(2, Duration.ofMillis(300), 8);
        try (Socket client = open("endless")) {
            assertThat(client.getInputStream().read()).isEqualTo('H');
            Waiting.until(() -> engine.streams.element().closed());
            Waiting.until(() -> ended("stalled") == 1);
            assertThat(new String(readAll(client), StandardCharsets.US_ASCII)).doesNotEndWith(LAST_CHUNK);
        }
    }

    /** A client that takes a little now and then is too slow as well. */
    @Test
    void endsWhenTheClientOnlySips() throws IOException {
        server.close();
        server = serve(2, Duration.ofMillis(300), 8);
        try (Socket client = open("endless")) {
            Waiting.until(() -> {
                sip(client);
                return engine.streams.stream().anyMatch(FakeStream::closed);
            });
            Waiting.until(() -> ended("stalled") == 1);
        }
    }

    @Test
    void noMoreRunThanMayRun() throws IOException {
        try (Socket one = open("endless");
                Socket two = open("endless")) {
            assertThat(one.getInputStream().read()).isEqualTo('H');
            assertThat(two.getInputStream().read()).isEqualTo('H');
            HttpResponse<String> third = server.send(server.graphql("rows 1").header("Accept", "text/csv"));
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).contains("1");
            assertThat(third.body()).contains("OVERLOADED", "http.export.maxConcurrent");
            assertThat(Scrape.value(server, "fraiseql_http_rejected_total{reason=\"exports_full\"}"))
                    .isEqualTo(1);
            assertThat(Scrape.value(server, "fraiseql_exports_active")).isEqualTo(2);
            assertThat(server.send(server.graphql("query")).statusCode()).isEqualTo(200);
        }
        Waiting.until(() -> Scrape.value(server, "fraiseql_exports_active") == 0);
        assertThat(server.send(server.graphql("rows 1").header("Accept", "text/csv"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneConnectionIsAlwaysLeft() throws IOException {
        server.close();
        server = serve(5, Duration.ofMinutes(1), 2);
        try (Socket one = open("endless")) {
            assertThat(one.getInputStream().read()).isEqualTo('H');
            assertThat(server.send(server.graphql("rows 1").header("Accept", "text/csv"))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(server.send(server.graphql("query")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void canBeSwitchedOff() {
        server.close();
        server = serve(0, Duration.ofMinutes(1), 8);
        assertThat(server.send(server.graphql("rows 1").header("Accept", "text/csv"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void hasATimeOfItsOwn() {
        server.send(server.graphql("rows 1").header("Accept", "text/csv"));
        assertThat(Duration.ofNanos(engine.context.get().remainingNanos()))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    private TestingServer serve(int most, Duration stall, int connections) {
        HttpConfig base = TestingServer.CONFIG;
        HttpConfig config = new HttpConfig(
                false,
                base.maxBody(),
                base.timeout(),
                false,
                base.admission(),
                base.cors(),
                base.compression(),
                base.drain(),
                new ExportConfig(most, Duration.ofMinutes(15), stall),
                base.subscriptions());
        return new TestingServer(engine, config, connections);
    }

    private double ended(String end) {
        return Scrape.value(server, "fraiseql_exports_total{end=\"" + end + "\",format=\"ndjson\"}");
    }

    private Socket open(String document) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4096);
        client.setSoTimeout(20_000);
        client.connect(server.address());
        client.getOutputStream()
                .write(request(document, "application/x-ndjson", "keep-alive").getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String request(String document, String accept, String connection) {
        String body = "{\"query\":\"" + document + "\"}";
        return "POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: " + accept + "\r\nConnection: " + connection
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void sip(Socket client) {
        try {
            InputStream in = client.getInputStream();
            if (in.available() > 0) {
                in.read();
            }
        } catch (IOException e) {
            // the server has cut the connection, which the condition looks for
        }
    }

    private static byte[] readAll(Socket client) {
        try {
            return client.getInputStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
