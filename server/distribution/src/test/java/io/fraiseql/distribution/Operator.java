package io.fraiseql.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who manages a server at {@code /api}. */
record Operator(DistributionServer server) {

    static final String TOKEN = "a-token-of-alice-0123";

    /** Lets Alice in. */
    static final String SETTING = "security.operators={alice: '" + TOKEN + "'}";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What was answered. */
    record Said(int status, String body) {

        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }
    }

    Said get(String path) throws IOException {
        return call("GET", path, "", "Bearer " + TOKEN);
    }

    Said call(String method, String path, String body) throws IOException {
        return call(method, path, body, "Bearer " + TOKEN);
    }

    Said call(String method, String path, String body, String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/api/" + path))
                .method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
