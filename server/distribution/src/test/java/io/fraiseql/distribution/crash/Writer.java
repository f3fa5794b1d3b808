package io.fraiseql.distribution.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.crash.Write.Kind;
import io.fraiseql.distribution.crash.Write.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A client that sends one mutation after the other, each of them once, and writes down what it knows of it. */
final class Writer implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int LATE_PERCENT = 3;
    private static final int LATEST_MILLIS = 60;
    private static final int MOST_KEYS = 6;

    private final CrashOptions options;
    private final Ledger ledger;
    private final Fleet fleet;
    private final int index;
    private final Random random;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Writer(CrashOptions options, Ledger ledger, Fleet fleet, int index) {
        this.options = options;
        this.ledger = ledger;
        this.fleet = fleet;
        this.index = index;
        this.random = new Random(options.seed() * 31 + index);
    }

    @Override
    public void run() {
        while (ledger.acknowledged() < options.writes()
                && !Thread.currentThread().isInterrupted()) {
            Incarnation server = fleet.near(index);
            if (server == null || ledger.isFull()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else {
                ledger.add(send(server, kind()));
            }
        }
    }

    private Kind kind() {
        int chance = random.nextInt(100);
        if (chance < 30) {
            return Kind.INSERT;
        }
        if (chance < 70) {
            return Kind.UPDATE;
        }
        return chance < 80 ? Kind.UPDATE_MANY : Kind.DELETE;
    }

    private Write send(Incarnation server, Kind kind) {
        int number = ledger.number();
        Set<Integer> keys = new TreeSet<>();
        int many = kind == Kind.UPDATE_MANY ? 2 + random.nextInt(MOST_KEYS - 1) : 1;
        for (int i = 0; i < many; i++) {
            keys.add(1 + random.nextInt(options.keys()));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/graphql"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(number, kind, keys)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answered(number, kind, keys, response);
        } catch (IOException e) {
            return new Write(number, kind, keys, State.UNKNOWN, Set.of(), 0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Write(number, kind, keys, State.UNKNOWN, Set.of(), 0, "interrupted");
        }
    }

    private String body(int number, Kind kind, Set<Integer> keys) {
        ObjectNode request = JSON.createObjectNode().put("query", document(kind));
        ObjectNode variables = request.putObject("variables");
        variables.put("id", keys.iterator().next());
        if (kind != Kind.DELETE) {
            variables.put("version", number);
            variables.put("pause", random.nextInt(100) < LATE_PERCENT ? 1 + random.nextInt(LATEST_MILLIS) : null);
        }
        if (kind == Kind.UPDATE_MANY) {
            variables.remove("id");
            keys.forEach(variables.putArray("ids")::add);
        }
        return request.toString();
    }

    private static String document(Kind kind) {
        return switch (kind) {
            case INSERT ->
                "mutation($id: Int!, $version: Int!, $pause: Int) { createItem(input: {id: $id, version: $version, pause: $pause}) { id } }";
            case UPDATE ->
                "mutation($id: Int!, $version: Int!, $pause: Int) { updateItem(id: $id, set: {version: $version, pause: $pause}) { id } }";
            case UPDATE_MANY ->
                "mutation($ids: [Int!]!, $version: Int!, $pause: Int) {"
                        + " updateItems(where: {id: {in: $ids}}, set: {version: $version, pause: $pause}) { returning { id } } }";
            case DELETE -> "mutation($id: Int!) { deleteItem(id: $id) { id version } }";
        };
    }

    /** An answer with errors says that nothing is kept; what is no answer of GraphQL says nothing. */
    private static Write answered(int number, Kind kind, Set<Integer> keys, HttpResponse<String> response)
            throws IOException {
        JsonNode answer = JSON.readTree(response.body());
        JsonNode error = answer.path("errors").path(0);
        if (!error.isMissingNode()) {
            String code = error.path("extensions").path("code").asText();
            return new Write(number, kind, keys, State.REFUSED, Set.of(), 0, code);
        }
        if (!answer.path("data").has(kind.mutation)) {
            throw new IOException("no answer: " + response.body());
        }
        JsonNode result = answer.path("data").path(kind.mutation);
        Set<Integer> written = new TreeSet<>();
        if (kind == Kind.UPDATE_MANY) {
            result.path("returning").forEach(row -> written.add(row.path("id").asInt()));
        } else if (result.isObject()) {
            written.add(result.path("id").asInt());
        }
        if (written.isEmpty()) {
            return new Write(number, kind, keys, State.REFUSED, Set.of(), 0, "no such row");
        }
        int deleted = result.path("version").asInt();
        return new Write(number, kind, keys, State.ACKNOWLEDGED, written, deleted, "");
    }
}
