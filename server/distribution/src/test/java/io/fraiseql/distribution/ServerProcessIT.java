package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.server.plugin.SamplePlugins;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerProcessIT {

    private static final String CONFIG = """
            server:
              applicationConnectors: [{type: http, port: %d}]
              adminConnectors: [{type: http, port: 0}]
            database: {url: 'jdbc:test:x'}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.Distribution#jdks")
    void startsSaysWhereStopsAndClosesTheDatabase(Path jdk) throws Exception {
        Distribution distribution = Distribution.empty(folder).withFile("config.yml", CONFIG.formatted(0));
        SamplePlugins.openDatabase("testdb", "test").in(distribution.plugins(), "testdb.jar");

        DistributionServer server = distribution.startMain(jdk, TestingServer.class, "server", "config.yml");
        try (server) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.adminPort() + "/ping"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body().strip()).isEqualTo("pong");
            assertThat(server.port()).isPositive();
            assertThat(server.bootTime()).isLessThan(Duration.ofSeconds(20));
            assertThat(server.residentBytes()).isLessThan(300L << 20);
            System.out.printf(
                    "%s: ready in %d ms, %d MiB%n", jdk, server.bootTime().toMillis(), server.residentBytes() >> 20);
        }
        assertThat(server.output()).contains("the test database was closed").doesNotContain("ERROR");
    }

    @Test
    void aPortInUseIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Distribution distribution =
                    Distribution.empty(folder).withFile("config.yml", CONFIG.formatted(taken.getLocalPort()));
            SamplePlugins.openDatabase("testdb", "test").in(distribution.plugins(), "testdb.jar");
            assertThat(distribution.runMain(TestingServer.class, "server", "config.yml"))
                    .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(1))
                    .satisfies(ended -> assertThat(ended.err())
                            .startsWith("fraiseql: ")
                            .contains(Integer.toString(taken.getLocalPort()))
                            .hasLineCount(1));
        }
    }

    @Test
    void aDatabaseThatDoesNotOpenIsOneLine() throws IOException {
        Distribution distribution = Distribution.empty(folder).withFile("config.yml", CONFIG.formatted(0));
        SamplePlugins.database("testdb", "test").in(distribution.plugins(), "testdb.jar");
        Distribution.Ended ended = distribution.run("server", "config.yml");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .hasLineCount(1)
                .contains("plugin 'testdb' failed to start 'test'", "cannot open jdbc:test:x");
    }
}
