package io.fraiseql.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay small enough to be read at once. */
class FileSizeTest {

    private static final int MOST_LINES = 500;
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void noMainFileIsTooLong() throws IOException {
        List<Path> files = mainFiles();
        assertThat(files).hasSizeGreaterThan(200);
        assertThat(files)
                .as("a longer file is two files: split it where its methods use different fields")
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(MOST_LINES));
    }

    private static List<Path> mainFiles() throws IOException {
        try (Stream<Path> modules = Stream.of("spi", "server", "plugins").map(ROOT::resolve)) {
            return modules.flatMap(FileSizeTest::walk)
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
