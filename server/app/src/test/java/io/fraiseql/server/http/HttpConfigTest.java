package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class HttpConfigTest {

    private static final HttpConfig BASE = TestingServer.CONFIG;

    @Test
    void everyKeyHasADefaultAndHelp() {
        List<Class<?>> records = new ArrayList<>(List.of(HttpConfig.class));
        int keys = 0;
        for (int i = 0; i < records.size(); i++) {
            for (RecordComponent component : records.get(i).getRecordComponents()) {
                assertThat(component.getAnnotation(Default.class))
                        .as(component.toString())
                        .isNotNull();
                assertThat(component.getAnnotation(Help.class))
                        .as(component.toString())
                        .isNotNull();
                if (component.getType().getPackage() == HttpConfig.class.getPackage()) {
                    records.add(component.getType());
                }
                keys++;
            }
        }
        assertThat(keys).isEqualTo(29);
    }

    @Test
    void refusesValuesThatCannotWork() {
        refused("queue", () -> new AdmissionConfig(-1, Duration.ZERO));
        refused("maxWait", () -> new AdmissionConfig(1, Duration.ofSeconds(-1)));
        refused("maxConcurrent", () -> new ExportConfig(-1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        refused("timeout", () -> new ExportConfig(1, Duration.ZERO, Duration.ofSeconds(1)));
        ByteSize size = new ByteSize(1);
        Duration second = Duration.ofSeconds(1);
        refused("max cannot", () -> new SubscriptionsConfig(-1, 1, size, second, second));
        refused("maxPerSocket", () -> new SubscriptionsConfig(1, 0, size, second, second));
        refused("maxWaiting", () -> new SubscriptionsConfig(1, 1, new ByteSize(0), second, second));
        refused("initTimeout", () -> new SubscriptionsConfig(1, 1, size, Duration.ZERO, second));
        refused("keepAlive", () -> new SubscriptionsConfig(1, 1, size, second, Duration.ZERO));
        refused("stallTimeout", () -> new ExportConfig(1, Duration.ofSeconds(1), Duration.ofDays(2)));
        refused("level", () -> new CompressionConfig(true, new ByteSize(1), 0));
        refused("level", () -> new CompressionConfig(true, new ByteSize(1), 10));
        refused("delay", () -> new DrainConfig(Duration.ofDays(2), Duration.ZERO));
        refused("timeout", () -> with(BASE.maxBody(), Duration.ZERO, BASE.compression(), BASE.drain()));
        refused("maxBody", () -> with(new ByteSize(0), BASE.timeout(), BASE.compression(), BASE.drain()));
        refused("not an origin", () -> new CorsConfig(List.of("https://a.b/path"), List.of(), false, Duration.ZERO));
    }

    @Test
    void theTimeoutIsTheEnginesDeadline() {
        FakeEngine engine = new FakeEngine();
        HttpConfig config = with(BASE.maxBody(), Duration.ofHours(2), BASE.compression(), BASE.drain());
        try (TestingServer server = new TestingServer(engine, config, 1)) {
            server.send(server.graphql("query"));

            assertThat(Duration.ofNanos(engine.context.get().remainingNanos()))
                    .isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
        }
    }

    @Test
    void aBodyMustArriveWithinTheTimeout() throws Exception {
        HttpConfig config = with(BASE.maxBody(), Duration.ofMillis(20), BASE.compression(), BASE.drain());
        try (TestingServer server = new TestingServer(new FakeEngine(), config, 1);
                Socket socket = new Socket("localhost", server.port())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Waiting.until(() -> {
                drip(socket);
                return available(socket);
            });

            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void compressionCanBeOff() {
        CompressionConfig off = new CompressionConfig(false, new ByteSize(0), 1);
        try (TestingServer server =
                new TestingServer(new FakeEngine(), with(BASE.maxBody(), BASE.timeout(), off, BASE.drain()), 1)) {
            HttpResponse<String> response =
                    server.send(server.graphql("large 20000").header("Accept-Encoding", "gzip"));

            assertThat(response.headers().map()).doesNotContainKey("content-encoding");
        }
    }

    @Test
    void requestsAreStillTakenDuringTheDelay() throws Exception {
        DrainConfig drain = new DrainConfig(Duration.ofSeconds(2), Duration.ZERO);
        TestingServer server =
                new TestingServer(new FakeEngine(), with(BASE.maxBody(), BASE.timeout(), BASE.compression(), drain), 1);

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
        Waiting.until(() -> server.get(server.uri("/health/ready")).statusCode() == 503);

        assertThat(server.send(server.graphql("query")).statusCode()).isEqualTo(200);
        stopping.get();
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean available(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refused(String message, Runnable constructor) {
        assertThatThrownBy(constructor::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static HttpConfig with(
            ByteSize maxBody, Duration timeout, CompressionConfig compression, DrainConfig drain) {
        return new HttpConfig(
                false,
                maxBody,
                timeout,
                false,
                BASE.admission(),
                BASE.cors(),
                compression,
                drain,
                BASE.export(),
                BASE.subscriptions());
    }
}
