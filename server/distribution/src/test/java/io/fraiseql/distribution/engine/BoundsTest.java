package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What passes the bounds is an error, never a short list. */
final class BoundsTest {

    private static final String NESTED = "{ shelves { label books { title pages { words } } } }";
    private static final String FLAT = "{ pages { words } }";
    /** 2 shelves, 6 books, 60 pages. */
    private static final int ROWS = 68;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void rowsOfAllLevelsAreCounted(TestDatabase database) {
        Target target = target(database);
        assertThat(code(target, EngineSettings.open().bounded(ROWS, 1 << 20), NESTED))
                .isEmpty();
        assertThat(code(target, EngineSettings.open().bounded(ROWS - 1, 1 << 20), NESTED))
                .isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(code(target, EngineSettings.open().bounded(60, 1 << 20), FLAT))
                .isEmpty();
        assertThat(code(target, EngineSettings.open().bounded(59, 1 << 20), FLAT))
                .isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(code(target, EngineSettings.open().bounded(119, 1 << 20), "{ a: pages { id } b: pages { id } }"))
                .as("all root fields together")
                .isEqualTo("QUERY_TOO_COMPLEX");
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreCountedExactly(TestDatabase database) {
        Target target = target(database);
        for (String document : Stream.of(FLAT, NESTED).toList()) {
            int size;
            try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
                size = engine.ask(document, Map.of()).json().length();
            }
            assertThat(code(target, EngineSettings.open().bounded(1000, size), document))
                    .isEmpty();
            assertThat(code(target, EngineSettings.open().bounded(1000, size - 1), document))
                    .isEqualTo("QUERY_TOO_COMPLEX");
        }
    }

    private Target target(TestDatabase database) {
        Target target = Shelves.on(database, folder);
        Shelves.fill(target, 2, 3, 10, 100);
        return target;
    }

    private static String code(Target target, EngineSettings settings, String document) {
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            Answer answer = engine.ask(document, Map.of());
            assertThat(answer.json().length()).isLessThanOrEqualTo(Math.max(settings.maxResponseBytes(), 500));
            return answer.errorCode();
        }
    }
}
