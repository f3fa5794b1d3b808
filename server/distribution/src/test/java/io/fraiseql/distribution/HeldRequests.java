package io.fraiseql.distribution;

import io.fraiseql.distribution.engine.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests that wait in the database, sent at once; each is answered or refused on its own. */
final class HeldRequests {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<CompletableFuture<HttpResponse<String>>> sent;

    private HeldRequests(List<CompletableFuture<HttpResponse<String>>> sent) {
        this.sent = sent;
    }

    static HeldRequests send(DistributionServer server, int count) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + HeldDatabase.WAITS + "\"}"))
                .build();
        return new HeldRequests(IntStream.range(0, count)
                .mapToObj(i -> CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList());
    }

    /** How many were answered with a text so far. */
    long answered(String part) {
        return done().filter(response -> response.body().contains(part)).count();
    }

    /** Whether so many were answered with a text in time. */
    boolean awaitAnswered(int count, String part, Duration time) {
        return Waiting.until(time, () -> answered(part) == count);
    }

    /** The answers so far. */
    List<HttpResponse<String>> answers() {
        return done().toList();
    }

    /** How many connections were cut without an answer so far. */
    long broken() {
        return sent.stream().filter(CompletableFuture::isCompletedExceptionally).count();
    }

    private Stream<HttpResponse<String>> done() {
        return sent.stream()
                .filter(answer -> answer.isDone() && !answer.isCompletedExceptionally())
                .map(CompletableFuture::join);
    }
}
