package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python of the pages on Flight does what the pages say. */
class FlightPageIT {

    private static final Path PAGES = Path.of("..", "..", "docs", "arrow-flight");
    private static final Path CLIENT = Path.of("..", "..", "sdk", "clients", "python");
    private static final Pattern CODE = Pattern.compile("(?s)```python\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void theExampleRuns() throws Exception {
        assertThat(run("getting-started.md"))
                .contains(
                        "bookId: int32 not null",
                        "price: decimal128(10, 2) not null",
                        "published: date32[day]",
                        "format: dictionary<values=string, indices=int32, ordered=0> not null",
                        "publisher: struct<name: string not null>",
                        " books, the first one: [{'bookId': ",
                        "'books': [{'title': ",
                        "{\"type\":\"GraphQLQuery\",\"query\":\"{ authors {",
                        "refused: ",
                        "titel");
    }

    @Test
    void theSqlRuns() throws Exception {
        assertThat(run("sql.md"))
                .contains("('EBOOK', 1235, Decimal('80988.96'))", "[(5000, Decimal('-1.00'))]", "'The Endless Song'");
    }

    /** What the first Python of a page prints, for the demo. */
    private String run(String page) throws Exception {
        assumeTrue(
                Files.isExecutable(TestingPrograms.python()),
                "pyarrow is not here; scripts/services brings it, or says why not");
        try (DistributionServer server =
                DatabaseFolder.demo(folder, TestDatabase.SQLITE).serveAlone("flight.port=0")) {
            ProcessBuilder builder = new ProcessBuilder(
                            TestingPrograms.python().toString(), "-c", code(page), "grpc://" + server.service("flight"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("PYTHONPATH", CLIENT.toAbsolutePath().toString());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        }
    }

    private static String code(String page) throws Exception {
        Matcher code = CODE.matcher(Files.readString(PAGES.resolve(page)));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
