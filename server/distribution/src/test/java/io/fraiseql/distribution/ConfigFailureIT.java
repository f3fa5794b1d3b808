package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.server.plugin.SamplePlugins;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFailureIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"check", "server"})
    void everyProblemIsPrintedAndTheExitCodeIsTwo(String command) throws IOException {
        Distribution.Ended ended = Distribution.empty(folder)
                .withFile(
                        "config.yml",
                        "graphql: {maxDept: 3}\nserver: {adminConectors: []}\ndatabase: {url: '${NOT_SET_ANYWHERE}'}\n")
                .run(command, "config.yml");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains(
                        "config.yml has 3 problems:",
                        "graphql.maxDept (line 1): is not a known key; did you mean 'maxDepth'?",
                        "server.adminConectors (line 2): is not a known key; did you mean 'adminConnectors'?",
                        "database.url (line 3): the environment variable NOT_SET_ANYWHERE is not set")
                .hasLineCount(4);
    }

    @Test
    void anotherAddressThanLoopbackIsRefused() throws IOException {
        Distribution distribution = Distribution.empty(folder)
                .withFile(
                        "config.yml",
                        "database: {url: 'jdbc:test:x'}\nserver: {applicationConnectors: [{type: http, port: 0, bindHost: 0.0.0.0}]}\n");
        SamplePlugins.database("testdb", "test").in(distribution.plugins(), "testdb.jar");
        Distribution.Ended ended = distribution.run("server", "config.yml");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("server.applicationConnectors[0].bindHost (line 2)", "security.allowAnonymous");
    }

    @Test
    void aValidFileIsSaidToBe() throws IOException {
        Distribution distribution = Distribution.empty(folder)
                .withExamplePlugin()
                .withFile("db.properties", "url=jdbc:test:from-a-file\n")
                .withFile("config.yml", "database: {url: '${properties://db.properties#url}'}\n");
        SamplePlugins.database("testdb", "test").in(distribution.plugins(), "testdb.jar");
        Distribution.Ended ended = distribution.run("check", "config.yml");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("config.yml is valid: database test, plugins example, testdb\n");
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "server",
                "check --fast config.yml",
                "chek config.yml",
                "version --format xml",
                "check missing.yml"
            })
    void wrongArgumentsEndWithTwo(String arguments) throws IOException {
        Distribution.Ended ended = Distribution.empty(folder).run(arguments.split(" "));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isNotBlank();
    }
}
