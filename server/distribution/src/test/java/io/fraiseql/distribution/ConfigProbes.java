package io.fraiseql.distribution;

import io.fraiseql.core.json.Sha256;
import io.fraiseql.distribution.ConfigFlip.Probe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** What can be seen of a server over HTTP. */
final class ConfigProbes {

    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int GZIP_FRAME = 18;

    private ConfigProbes() {}

    /** The status and the first error's message, or the data. */
    static Probe answer(String document) {
        return server -> {
            HttpAnswer answer = HttpAnswer.query(server.port(), document);
            Matcher message = MESSAGE.matcher(answer.body());
            return answer.status() + " " + (message.find() ? message.group(1) : answer.body());
        };
    }

    /** The status of a page. */
    static Probe status(String path) {
        return server -> Integer.toString(HttpAnswer.get(server.port(), path).status());
    }

    /** The status of an answer to a body of so many bytes. */
    static Probe bodyOf(int bytes) {
        String start = "{\"query\":\"{ __typename }\"";
        String body = start + " ".repeat(bytes - start.length() - 1) + "}";
        return server -> Integer.toString(HttpAnswer.json(server.port(), body).status());
    }

    /** A header of the answer to the preflight of a page of {@code https://page.example}. */
    static Probe preflight(String header) {
        return server -> CLIENT.send(
                        HttpRequest.newBuilder(uri(server, "/graphql"))
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Origin", "https://page.example")
                                .header("Access-Control-Request-Method", "POST")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue(header)
                .orElse("no " + header);
    }

    /** How the answer to a document is compressed. */
    static Probe compression(String document) {
        return server -> {
            HttpResponse<byte[]> response = CLIENT.send(
                    HttpRequest.newBuilder(uri(server, "/graphql"))
                            .header("Content-Type", "application/json")
                            .header("Accept-Encoding", "gzip")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return response.headers().firstValue("Content-Encoding").isEmpty() ? "plain" : levels(response.body());
        };
    }

    /** The levels at which zlib makes as many bytes. */
    private static String levels(byte[] compressed) throws IOException {
        byte[] text = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
        return "gzip of level "
                + IntStream.rangeClosed(1, 9)
                        .filter(level -> deflated(text, level) == compressed.length - GZIP_FRAME)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" or "));
    }

    private static int deflated(byte[] text, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(text);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8 << 10];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.size();
    }

    /** Whether ten operations, asked twice, were planned twice. */
    static Probe plansMadeAgain() {
        return server -> {
            double before = metric(server, "fraiseql_plan_cache_misses_total");
            for (int i = 0; i < 20; i++) {
                HttpAnswer.query(server.port(), "{ words(limit: " + (i % 10 + 1) + ") { id } }");
            }
            return metric(server, "fraiseql_plan_cache_misses_total") - before == 10 ? "kept" : "made again";
        };
    }

    /** Whether twenty results, asked for twice, were read again. */
    static Probe resultsReadAgain() {
        return server -> {
            double before = metric(server, "fraiseql_result_cache_hits_total");
            for (int i = 0; i < 40; i++) {
                HttpAnswer.query(server.port(), "{ word(id: " + (i % 20 + 1) + ") { id } }");
            }
            return metric(server, "fraiseql_result_cache_hits_total") - before >= 20 ? "kept" : "read again";
        };
    }

    /** How many documents of at least a length are served by their hash after they were registered. */
    static Probe persisted(int count, int length) {
        return server -> {
            List<String> documents = IntStream.range(0, count)
                    .mapToObj(i -> "{ a" + i + ": __typename }" + " ".repeat(length))
                    .toList();
            for (String document : documents) {
                HttpAnswer.json(
                        server.port(), "{\"query\":\"" + document + "\",\"extensions\":" + hash(document) + "}");
            }
            int found = 0;
            for (String document : documents) {
                HttpAnswer answer = HttpAnswer.json(server.port(), "{\"extensions\":" + hash(document) + "}");
                found += answer.body().contains("\"data\":{") ? 1 : 0;
            }
            return found + " of " + count;
        };
    }

    private static String hash(String document) {
        return "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + Sha256.of(document) + "\"}}";
    }

    /** The status of a list that is asked for line by line. */
    static Probe exported(String document) {
        return server -> Integer.toString(CLIENT.send(
                        HttpRequest.newBuilder(uri(server, "/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode());
    }

    /** A sample of {@code /metrics}. */
    static double metric(DistributionServer server, String name) throws IOException {
        return HttpAnswer.get(server.adminPort(), "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the log has the text after one request. */
    static Probe logged(String text) {
        return server -> {
            HttpAnswer.query(server.port(), "{ nothing }");
            return server.output().contains(text) ? "logged" : "silent";
        };
    }

    private static URI uri(DistributionServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
