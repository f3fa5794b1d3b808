package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does with bodies that are not as they should be. */
final class RequestBodyTest {

    private static final int LIMIT = TestingServer.CONFIG.maxBody().toInt();
    private static final String GOOD = "{\"query\":\"query\"}";

    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = new TestingServer(new FakeEngine());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "Application/JSON"
            })
    void takesJson(String contentType) {
        assertThat(post(contentType, GOOD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/graphql",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16"
            })
    void refusesOtherMediaTypes(String contentType) {
        HttpResponse<String> response = post(contentType, GOOD);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Accept-Post")).contains("application/json");
        assertThat(response.body()).contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\",\"requestId\":\"");
    }

    @Test
    void refusesABodyWithoutMediaType() throws IOException {
        assertThat(raw("Content-Length: " + GOOD.length() + "\r\n", GOOD)).startsWith("HTTP/1.1 415");
    }

    @Test
    void tellsWhetherAConnectionGoesOnWhoseBodyComesAfterItsRefusal() throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(20_000);
            send(socket, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");
            InputStream in = socket.getInputStream();
            String head = head(in);
            assertThat(head).startsWith("HTTP/1.1 415");
            in.readNBytes(Integer.parseInt(head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1")));

            send(socket, "12345");

            if (head.contains("Connection: close")) {
                assertThat(in.read()).isEqualTo(-1);
            } else {
                send(socket, "GET /graphql?query=query HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                assertThat(head(in)).startsWith("HTTP/1.1 200");
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    @Test
    void announcesThatARefusedBodyWithoutKnownEndIsCutOff() throws IOException {
        String response = RawClient.exchange(
                server.port(),
                "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 415").contains("Connection: close\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void refusesCompressedBodies(String encoding) {
        HttpResponse<String> response = server.send(server.graphql("query").header("Content-Encoding", encoding));

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{}",
                "{\"query\":1}",
                "{\"query\":\"q\"}x",
                "[{\"query\":\"q\"}]"
            })
    void refusesWhatIsNoRequest(String body) {
        HttpResponse<String> response = post("application/json", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"errors\":[{\"message\":\"").contains("\"code\":\"BAD_USER_INPUT\"");
    }

    @ParameterizedTest
    @CsvSource({"c3 28", "ff", "ed a0 80", "c0 af", "f5 80 80 80", "e2 82"})
    void refusesWhatIsNotUtf8(String octets) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"query\":\"query ".getBytes(StandardCharsets.US_ASCII));
        for (String octet : octets.split(" ")) {
            body.write(Integer.parseInt(octet, 16));
        }
        body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));

        String response = raw(
                "Content-Type: application/json\r\nContent-Length: " + body.size() + "\r\n",
                body.toString(StandardCharsets.ISO_8859_1));

        assertThat(response).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_USER_INPUT\"");
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        assertThat(post("application/json", GOOD + " ".repeat(LIMIT - GOOD.length()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnAnnouncedBodyThatIsTooLarge() throws IOException {
        String response = raw(
                "Content-Type: application/json\r\nContent-Length: " + (LIMIT + 1) + "\r\nExpect: 100-continue\r\n",
                "");

        assertThat(response).startsWith("HTTP/1.1 413").contains("\"code\":\"PAYLOAD_TOO_LARGE\"");
    }

    @Test
    void refusesAChunkedBodyThatIsTooLarge() throws IOException {
        String chunk = Integer.toHexString(LIMIT + 1) + "\r\n" + " ".repeat(LIMIT + 1) + "\r\n";

        String response = raw("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", chunk);

        assertThat(response).startsWith("HTTP/1.1 413").contains("\"code\":\"PAYLOAD_TOO_LARGE\"");
    }

    @Test
    void takesAChunkedBody() throws IOException {
        String chunk = Integer.toHexString(GOOD.length()) + "\r\n" + GOOD + "\r\n0\r\n\r\n";

        String response = raw("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", chunk);

        assertThat(response).startsWith("HTTP/1.1 200").endsWith(FakeEngine.DATA);
    }

    @Test
    void refusesAChunkedBodyThatIsMalformed() throws IOException {
        String response = raw("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", "zz\r\n");

        assertThat(response).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesParametersBesideABody() {
        HttpResponse<String> response = server.send(HttpRequest.newBuilder(server.uri("/graphql?query=query"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(GOOD)));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void survivesAClientThatLeavesInTheMiddleOfItsBody() throws Exception {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        Waiting.until(() -> Scrape.value(server, "fraiseql_http_aborted_total") == 1);
        assertThat(post("application/json", GOOD).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> post(String contentType, String body) {
        return server.send(HttpRequest.newBuilder(server.uri("/graphql"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String raw(String headers, String body) throws IOException {
        return RawClient.exchange(
                server.port(), "POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n" + body);
    }
}
