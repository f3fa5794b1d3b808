package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies the sources, makes a new plugin there, builds and tests it with Maven, and runs it in the distribution. */
class NewPluginIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Set<String> NOT_SOURCES = Set.of("target", "dist", ".git", "data", "node_modules");

    @TempDir
    Path folder;

    @Test
    void aCopyBuildsAndRuns() throws Exception {
        Path sources = folder.resolve("sources");
        copySources(sources);

        run(sources, "scripts/new-plugin", "weather");
        run(sources, "mvn", "-o", "-q", "-B", "-pl", "plugins/weather", "-am", "package");

        Path installed = Files.createDirectory(folder.resolve("installed"));
        Distribution distribution = Distribution.empty(installed)
                .withExamplePlugin()
                .withFile("secrets.properties", "url=jdbc:none:x\n")
                .withFile("config.yml", "database: {url: '${weather://secrets.properties#url}'}\n");
        Files.copy(
                sources.resolve("plugins/weather/target/fraiseql-plugin-weather-0.1.0.jar"),
                distribution.plugins().resolve("weather.jar"));
        assertThat(distribution.run("version").out()).contains("plugin weather 0.1.0", "plugin example 0.1.0");
        assertThat(distribution.run("check", "config.yml").err()).contains("no plugin accepts '${weather://");
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static void copySources(Path target) throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(from.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(ROOT.relativize(from).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                if (!from.getFileName().toString().equals(".git")) {
                    Files.copy(from, target.resolve(ROOT.relativize(from).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
