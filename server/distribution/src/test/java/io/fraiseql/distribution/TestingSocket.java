package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.engine.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A client of graphql-transport-ws on the JDK's WebSocket. */
final class TestingSocket implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final boolean reads;
    private final StringBuilder part = new StringBuilder();
    private final List<JsonNode> messages = new ArrayList<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private TestingSocket(int port, boolean reads) {
        this.reads = reads;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), this)
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** One that says nothing yet. */
    static TestingSocket open(DistributionServer server) {
        return new TestingSocket(server.port(), true);
    }

    /** One that is acknowledged. */
    static TestingSocket initialised(DistributionServer server) {
        TestingSocket socket = open(server);
        socket.send("{\"type\":\"connection_init\"}");
        assertThat(socket.await(1).get(0).path("type").asText()).isEqualTo("connection_ack");
        return socket;
    }

    /** One that takes nothing until {@link #read}. */
    static TestingSocket stalled(DistributionServer server) {
        TestingSocket socket = new TestingSocket(server.port(), false);
        socket.send("{\"type\":\"connection_init\"}");
        return socket;
    }

    void read() {
        socket.request(Long.MAX_VALUE);
    }

    TestingSocket send(String message) {
        socket.sendText(message, true)
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
        return this;
    }

    void sendBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    TestingSocket subscribe(String id, String document) {
        try {
            return send(MAPPER.writeValueAsString(
                    Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document))));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** All messages, once there are so many. */
    List<JsonNode> await(int count) {
        assertThat(Waiting.until(SOON, Duration.ofMillis(10), () -> messages().size() >= count))
                .as(() -> count + " messages, not " + messages() + " " + closed)
                .isTrue();
        return messages();
    }

    synchronized List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    /** The payloads of an operation's results. */
    List<JsonNode> results(String id) {
        return messages().stream()
                .filter(message -> message.path("type").asText().equals("next")
                        && message.path("id").asText().equals(id))
                .map(message -> message.get("payload"))
                .toList();
    }

    List<JsonNode> awaitResults(String id, int count) {
        assertThat(Waiting.until(SOON, Duration.ofMillis(10), () -> results(id).size() >= count))
                .as(() -> count + " results of " + id + ", not " + results(id).size() + " " + messages() + closed)
                .isTrue();
        return results(id);
    }

    /** The positions of an operation's results. */
    List<Long> positions(String id) {
        return results(id).stream()
                .map(result -> result.at("/extensions/event/position").asLong())
                .toList();
    }

    /** Code and reason of the close frame. */
    String awaitClose() {
        return closed.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                JsonNode message = MAPPER.readTree(part.toString());
                synchronized (this) {
                    messages.add(message);
                }
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            part.setLength(0);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
