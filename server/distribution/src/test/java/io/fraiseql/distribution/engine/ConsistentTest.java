package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write between two root fields is seen by the second, unless the operation asks for one snapshot. */
final class ConsistentTest {

    private static final String BOTH = " { first: shelves { label } second: shelves { label } }";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void rootFieldsSeeOneSnapshotWhereAsked(TestDatabase database) {
        Target target = Shelves.on(database, folder);
        Shelves.fill(target, 1, 1, 1, 1);
        Runnable write = () -> target.run(List.of("UPDATE shelf SET label = label || '!'"));
        EngineSettings settings = EngineSettings.open().reading(real -> new WritingDatabase(real, write));
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            assertThat(engine.ask("query" + BOTH, Map.of()).json())
                    .isEqualTo(
                            "{\"data\":{\"first\":[{\"label\":\"shelf 0\"}],\"second\":[{\"label\":\"shelf 0!\"}]}}");
            assertThat(engine.ask("query @consistent" + BOTH, Map.of()).json())
                    .isEqualTo(
                            "{\"data\":{\"first\":[{\"label\":\"shelf 0!!\"}],\"second\":[{\"label\":\"shelf 0!!\"}]}}");
            assertThat(engine.ask("query" + BOTH, Map.of()).json()).contains("\"first\":[{\"label\":\"shelf 0!!!!\"}]");
        }
    }
}
