package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts operations to a GraphQL endpoint. Any thread. */
public final class GraphQLEndpoint {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An endpoint, for example {@code http://127.0.0.1:8080/graphql}. */
    public GraphQLEndpoint(URI address) {
        this.address = address;
    }

    /**
     * The whole response of an operation.
     *
     * @throws IllegalStateException when it is no JSON object; the message has status and text
     */
    public JsonNode post(CorpusOperation operation) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body(operation), StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> response = send(request);
        try {
            JsonNode json = JsonDifferences.MAPPER.readTree(response.body());
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new IllegalStateException(described(response), e);
        }
        throw new IllegalStateException(described(response));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String body(CorpusOperation operation) {
        ObjectNode body = JsonDifferences.MAPPER.createObjectNode();
        body.put("query", operation.document());
        if (operation.variables() != null) {
            body.set("variables", operation.variables());
        }
        if (operation.operationName() != null) {
            body.put("operationName", operation.operationName());
        }
        return body.toString();
    }

    private static String described(HttpResponse<String> response) {
        String text = response.body();
        return "status " + response.statusCode() + ": " + text.substring(0, Math.min(text.length(), 300));
    }
}
