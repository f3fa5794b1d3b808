package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A client of an event stream, as a browser's {@code EventSource} is one. */
final class TestingEventStream implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> lines = new ArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread thread = new Thread(this::read, "event-stream");
    private volatile boolean ended;

    private TestingEventStream(int port, String document, String... headers) throws IOException, InterruptedException {
        String url =
                "http://127.0.0.1:" + port + "/graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        thread.setDaemon(true);
        thread.start();
    }

    static TestingEventStream open(DistributionServer server, String document, String... headers)
            throws IOException, InterruptedException {
        return new TestingEventStream(server.port(), document, headers);
    }

    int status() {
        return response.statusCode();
    }

    private void read() {
        try (Stream<String> body = response.body()) {
            body.forEach(line -> {
                synchronized (lines) {
                    lines.add(line);
                }
            });
        } catch (RuntimeException e) {
            synchronized (lines) {
                lines.add("broken: " + e);
            }
        }
        ended = true;
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** What follows a prefix in the lines that have it, once there are so many. */
    List<String> await(String prefix, int count) {
        assertThat(Waiting.until(SOON, Duration.ofMillis(10), () -> with(prefix).size() >= count))
                .as(() -> count + " lines with " + prefix + " in " + lines())
                .isTrue();
        return with(prefix);
    }

    private List<String> with(String prefix) {
        return lines().stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** Waits for the end and gives all lines. */
    List<String> awaitEnd() {
        assertThat(Waiting.until(SOON, Duration.ofMillis(10), () -> ended)).isTrue();
        return lines();
    }

    @Override
    public void close() {
        thread.interrupt();
        response.body().close();
    }
}
