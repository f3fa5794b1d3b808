package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that do not end by themselves, and connections that end before them. */
final class CancelTest {

    private static final String SLOW = "{ endlesses { id label } }";
    private static final String QUICK = "{ shelves { id } }";
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aLateStatementEnds(TestDatabase database) {
        Target target = filled(database).pooled(1);
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().within(SHORT))) {
            long start = System.nanoTime();
            assertThat(engine.ask(SLOW, Map.of()).errorCode()).isEqualTo("TIMEOUT");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, SHORT.plus(SECOND));
            assertThat(engine.ask(QUICK, Map.of(), PATIENCE)
                            .data()
                            .at("/shelves/0/id")
                            .asInt())
                    .isEqualTo(0);
            assertThat(engine.database().pool().active()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aLateStatementLeavesTheServer(TestDatabase database) {
        Target target = filled(database);
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().within(SHORT))) {
            assertThat(engine.ask(SLOW, Map.of()).errorCode()).isEqualTo("TIMEOUT");
            assertThat(Waiting.until(
                            SECOND, () -> new Backends(target.url()).active().isEmpty()))
                    .as("the statement is gone from the list of processes")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void withoutAFreeConnectionTheRequestIsRefusedInTime(TestDatabase database) {
        Target target = filled(database).pooled(1);
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().within(SHORT.multipliedBy(5)))) {
            CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(() -> engine.ask(SLOW, Map.of()));
            assertThat(Waiting.until(
                            SECOND, () -> !new Backends(target.url()).active().isEmpty()))
                    .isTrue();
            long start = System.nanoTime();
            assertThat(engine.ask(QUICK, Map.of(), SHORT).errorCode()).isEqualTo("OVERLOADED");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plus(SECOND));
            assertThat(slow.join().errorCode()).isEqualTo("TIMEOUT");
            assertThat(engine.ask(QUICK, Map.of()).errorCode()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aConnectionCutDuringAReadIsReplaced(TestDatabase database) {
        Target target = filled(database).pooled(1);
        try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
            Backends backends = new Backends(target.url());
            CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(() -> engine.ask(SLOW, Map.of()));
            assertThat(Waiting.until(SECOND.multipliedBy(5), backends::terminate))
                    .isTrue();
            assertThat(slow.join().errorCode()).isEqualTo("UNAVAILABLE");
            assertThat(engine.ask(QUICK, Map.of()).data().at("/shelves/0/id").asInt())
                    .isEqualTo(0);
        }
    }

    private Target filled(TestDatabase database) {
        Target target = Shelves.on(database, folder);
        Shelves.fill(target, 2, 1, 1, 1);
        return target;
    }
}
