package io.fraiseql.plugin.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.flight.vector.VectorErrorCode;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.host.ServiceMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

/** What the pages in docs/arrow-flight name is there: keys, codes, metrics, actions. */
class FlightPagesTest {

    private static final Path PAGES = Path.of("..", "..", "docs", "arrow-flight");
    private static final Pattern KEY = Pattern.compile("`flight\\.([A-Za-z.]+)[`:]");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");
    private static final Pattern METRIC = Pattern.compile("`fraiseql_flight_([a-z_]+)`");

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(FlightPagesTest::text).collect(Collectors.joining("\n"));
        }
    }

    private static Stream<String> keys(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> prefix + name);
    }

    @Test
    void everyKeyIsThere() throws IOException {
        Set<String> known = Stream.concat(keys(FlightConfig.class, ""), keys(FlightTls.class, "tls."))
                .collect(Collectors.toSet());
        assertThat(words(KEY, pages())).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void everyCodeOfFlightIsExplained() {
        Set<String> codes = Stream.<ErrorCode[]>of(FlightErrorCode.values(), VectorErrorCode.values())
                .flatMap(Stream::of)
                .map(ErrorCode::name)
                .collect(Collectors.toSet());
        assertThat(words(CODE, text(PAGES.resolve("troubleshooting.md")))).isEqualTo(codes);
    }

    @Test
    void everyMetricIsNamedAndThere() throws IOException {
        Set<String> registered = new TreeSet<>();
        try (RootAllocator memory = new RootAllocator()) {
            new FlightMetrics().register(new Names(registered), memory);
        }
        assertThat(words(METRIC, pages())).isEqualTo(registered);
    }

    @Test
    void everyActionIsExplained() throws IOException {
        for (ServedAction action : ServedAction.values()) {
            assertThat(text(PAGES.resolve("getting-started.md")))
                    .contains("`" + action.type().getType() + "`");
        }
    }

    /** Notes what is registered. */
    private record Names(Set<String> names) implements ServiceMetrics {

        @Override
        public void gauge(String name, String help, LongSupplier value) {
            names.add(name);
        }

        @Override
        public void counter(String name, String help, LongSupplier value) {
            names.add(name);
        }

        @Override
        public void counters(String name, String help, String label, Map<String, LongSupplier> values) {
            names.add(name);
        }
    }
}
