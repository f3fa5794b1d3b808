package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.server.plugin.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.Distribution#jdks")
    void versionNamesThePlugins(Path jdk) throws IOException {
        Distribution.Ended ended =
                Distribution.empty(folder).withExamplePlugin().run(jdk, "version");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("fraiseql 0.1.0", "plugin interface 0.1.0", "plugin example 0.1.0");
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.Distribution#jdks")
    void thePluginSeesNothingOfTheShadedHost(Path jdk) throws IOException {
        Distribution distribution = Distribution.empty(folder);
        new PluginJar("curious")
                .entry(
                        "P",
                        "{ for (String name : List.of(\"graphql.GraphQL\", \"com.fasterxml.jackson.databind.ObjectMapper\","
                                + " \"io.dropwizard.core.Application\")) { try { Class.forName(name); System.out.println(\"SEEN \" + name); }"
                                + " catch (ClassNotFoundException e) { System.out.println(\"hidden \" + name); } } }")
                .in(distribution.plugins(), "curious.jar");
        Distribution.Ended ended = distribution.run(jdk, "version");
        assertThat(ended.out())
                .contains("hidden graphql.GraphQL", "plugin curious 1.2.3")
                .doesNotContain("SEEN");
    }

    @Test
    void aPluginThatThrowsStopsTheBootInOneLine() throws IOException {
        Distribution distribution = Distribution.empty(folder).withFile("config.yml", "database: {url: x}\n");
        new PluginJar("thrower")
                .entry("P", "{ if (true) throw new IllegalStateException(\"no luck\"); }")
                .in(distribution.plugins(), "thrower.jar");
        failsNaming(distribution, "thrower", "no luck");
    }

    @Test
    void aPluginForAnotherServerStopsTheBootInOneLine() throws IOException {
        Distribution distribution = Distribution.empty(folder).withFile("config.yml", "database: {url: x}\n");
        new PluginJar("future").manifest("Plugin-Requires", ">=9.0.0").in(distribution.plugins(), "future.jar");
        failsNaming(distribution, "future", ">=9.0.0", "0.1.0");
    }

    @Test
    void aBrokenJarStopsTheBootInOneLine() throws IOException {
        Distribution distribution = Distribution.empty(folder).withFile("config.yml", "database: {url: x}\n");
        Files.writeString(distribution.plugins().resolve("broken.jar"), "no zip");
        failsNaming(distribution, "broken.jar");
    }

    private static void failsNaming(Distribution distribution, String... words) throws IOException {
        Distribution.Ended ended = distribution.run("server", "config.yml");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains(words).hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }
}
