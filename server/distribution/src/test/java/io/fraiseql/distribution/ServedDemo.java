package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** The demo on SQLite, made, compiled and served by the commands of the distribution. */
final class ServedDemo implements AutoCloseable {

    private static final String CONFIG = """
            server: {applicationConnectors: [{type: http, port: 0}], adminConnectors: [{type: http, port: 0}]}
            database: {url: "jdbc:sqlite:demo.db"}
            """;

    private final DistributionServer server;
    private final String commandOutput;

    private ServedDemo(DistributionServer server, String commandOutput) {
        this.server = server;
        this.commandOutput = commandOutput;
    }

    /** As it is shipped, with no options for the JVM. */
    static ServedDemo start(Path jdk, Path folder) throws IOException {
        Distribution distribution = Distribution.shipped(folder).withFile("demo.yml", CONFIG);
        StringBuilder output = new StringBuilder();
        run(distribution, output, jdk, "demo", "--database", "jdbc:sqlite:demo.db");
        run(distribution, output, jdk, "compile", "migrations/demo/schema.json", "--database", "jdbc:sqlite:demo.db");
        return new ServedDemo(distribution.start(jdk, "server", "demo.yml"), output.toString());
    }

    private static void run(Distribution distribution, StringBuilder output, Path jdk, String... arguments)
            throws IOException {
        Distribution.Ended ended = distribution.run(jdk, arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        output.append(ended.out()).append(ended.err());
    }

    /** An address on the application port. */
    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Asks by POST and returns the body of the answer. */
    String ask(String jsonBody) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/graphql"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(jsonBody))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What the commands and the server printed so far. */
    String output() {
        return commandOutput + server.output();
    }

    @Override
    public void close() {
        server.close();
    }
}
