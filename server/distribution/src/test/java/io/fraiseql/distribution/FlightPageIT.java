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

/** The Python of the page on Flight does what the page says. */
class FlightPageIT {

    private static final Path PAGE = Path.of("..", "..", "docs", "arrow-flight", "getting-started.md");
    private static final Pattern CODE = Pattern.compile("(?s)```python\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void theExampleRuns() throws Exception {
        assumeTrue(
                Files.isExecutable(TestingPrograms.python()),
                "pyarrow is not here; scripts/services brings it, or says why not");
        try (DistributionServer server =
                DatabaseFolder.demo(folder, TestDatabase.SQLITE).serve("flight.port=0")) {
            Process process = new ProcessBuilder(
                            TestingPrograms.python().toString(), "-c", code(), "grpc://" + server.service("flight"))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
            assertThat(output)
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
            assertThat(process.exitValue()).as(output).isZero();
        }
    }

    private static String code() throws Exception {
        Matcher code = CODE.matcher(Files.readString(PAGE));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
