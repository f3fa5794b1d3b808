package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.execute.EngineStatistics;
import io.fraiseql.distribution.engine.EngineSettings.Caching;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes go past the engine here, so that an answer shows whether it came from memory. */
final class ResultCacheTest {

    private static final int SECONDS = 60;
    private static final String LABELS = "{ shelves { label } }";
    private static final String BY_ID = "query ($id: Int!) { shelf(id: $id) { label } }";
    private static final String RENAME = "UPDATE shelf SET label = label || '!'";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private Target target;
    private TestingEngine engine;

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersFromMemoryUntilItIsTooOld(TestDatabase database) {
        open(database, 1 << 20);
        String first = ask(LABELS);
        assertThat(first).contains("shelf 0").doesNotContain("!");
        target.run(List.of(RENAME));
        assertThat(ask(LABELS)).isEqualTo(first);
        now.addAndGet(Duration.ofSeconds(SECONDS).toNanos() - 1);
        assertThat(ask(LABELS)).isEqualTo(first);
        assertThat(statistics().resultHits()).isEqualTo(2);
        now.addAndGet(1);
        assertThat(ask(LABELS)).contains("shelf 0!");
        assertThat(statistics().resultMisses()).isEqualTo(2);
        assertThat(statistics().resultEvictions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ shelves { label } }",
                "{ books { shelf { label } } }",
                "{ pages { book { shelf { label } } } }",
                "{ books(where: {shelf: {label: {contains: \"!\"}}}) { id } }",
                "{ books(orderBy: [{shelf: {label: DESC}}, {id: ASC}]) { shelf { label } } }",
                "{ pages(where: {book: {shelf: {label: {contains: \"!\"}}}}) { id } }",
                "{ shelves(where: {label: {contains: \"!\"}}) { books { title } } }",
            })
    void aWriteToAnyTableThatIsReadEndsIt(String document) {
        open(TestDatabase.SQLITE, 1 << 20);
        String first = ask(document);
        target.run(List.of(RENAME));
        engine.stamps().bump(List.of(List.of("elsewhere")));
        assertThat(ask(document)).isEqualTo(first);
        engine.stamps().bump(List.of(List.of("main", "SHELF")));
        assertThat(ask(document)).isNotEqualTo(first);
    }

    @Test
    void aWriteElsewhereEndsNothing() {
        open(TestDatabase.SQLITE, 1 << 20);
        ask(LABELS);
        engine.stamps().bump(List.of(List.of("book"), List.of("page")));
        ask(LABELS);
        assertThat(statistics().resultHits()).isEqualTo(1);
    }

    @Test
    void othersAreGivenTheirOwn() {
        open(TestDatabase.SQLITE, 1 << 20);
        for (int round = 0; round < 2; round++) {
            assertThat(engine.ask(BY_ID, Map.of("id", 0L)).json()).contains("shelf 0");
            assertThat(engine.ask(BY_ID, Map.of("id", 1L)).json()).contains("shelf 1");
            assertThat(engine.ask(BY_ID, Map.of("id", 9L)).json()).isEqualTo("{\"data\":{\"shelf\":null}}");
            assertThat(ask("{ shelves(limit: 1) { label } }")).doesNotContain("shelf 1");
            assertThat(ask("{ shelves { name: label } }")).contains("name");
            engine.ask(LABELS, new Identity("a", "one", Set.of()));
            engine.ask(LABELS, new Identity("b", "two", Set.of()));
            engine.ask(LABELS, new Identity("c", "two", Set.of("editor")));
        }
        assertThat(statistics().resultMisses()).isEqualTo(8);
        assertThat(statistics().resultHits()).isEqualTo(8);
        engine.ask(LABELS, new Identity("another", "one", Set.of()));
        assertThat(statistics().resultHits()).isEqualTo(9);
    }

    @Test
    void eachRootFieldIsKeptAlone() {
        open(TestDatabase.SQLITE, 1 << 20);
        ask(LABELS);
        String both = ask("{ shelves { label } books(limit: 1) { title } again: shelves { label } }");
        assertThat(both).contains("\"books\"").contains("\"again\"");
        target.run(List.of(RENAME));
        engine.stamps().bump(List.of(List.of("book")));
        assertThat(ask("{ shelves { label } books(limit: 1) { title } again: shelves { label } }"))
                .isEqualTo(both);
    }

    @Test
    void oneSnapshotIsNeverPutTogetherFromMemory() {
        open(TestDatabase.SQLITE, 1 << 20);
        String document = "query @consistent { shelves { label } }";
        String first = ask(document);
        target.run(List.of(RENAME));
        assertThat(ask(document)).isNotEqualTo(first);
        assertThat(statistics().resultMisses()).isZero();
    }

    @Test
    void failuresAreNotKept() {
        open(TestDatabase.SQLITE, 1 << 20);
        target.run(List.of("ALTER TABLE shelf RENAME TO gone"));
        assertThat(engine.ask(LABELS, Map.of()).errorCode()).isNotEmpty();
        target.run(List.of("ALTER TABLE gone RENAME TO shelf"));
        assertThat(engine.ask(LABELS, Map.of()).errorCode()).isEmpty();
    }

    @Test
    void theLeastUsedGiveWay() {
        open(TestDatabase.SQLITE, 8 << 10);
        for (long id = 0; id < 200; id++) {
            engine.ask(BY_ID, Map.of("id", id));
        }
        assertThat(engine.cachedBytes()).isBetween(1L, 8L << 10);
        assertThat(statistics().resultEvictions()).isGreaterThan(100);
    }

    @Test
    void manyWhoAskAtOnceAreAnsweredByOneReading() {
        open(TestDatabase.POSTGRESQL, 1 << 20);
        List<CompletableFuture<String>> answers = slowly(3);
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(statistics().resultMisses()).isEqualTo(1);
        assertThat(statistics().resultShared()).isEqualTo(2);
    }

    @Test
    void aReadingThatAWriteOvertookIsNotKeptAndNotGivenToWhoCameLater() {
        open(TestDatabase.POSTGRESQL, 1 << 20);
        List<CompletableFuture<String>> early = slowly(1);
        target.run(List.of(RENAME));
        engine.stamps().bump(List.of(List.of("slow")));
        assertThat(ask("{ slows { label } }")).contains("shelf 0!");
        assertThat(early.get(0).join()).doesNotContain("!");
        assertThat(statistics().resultDropped()).isEqualTo(1);
        assertThat(ask("{ slows { label } }")).contains("shelf 0!");
    }

    /** Asks several times for the view that takes its time, and returns while it is being read. */
    private List<CompletableFuture<String>> slowly(int count) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(
                    CompletableFuture.supplyAsync(() -> ask("{ slows { label } }"), task -> new Thread(task).start()));
        }
        assertThat(Waiting.until(PATIENCE, () -> statistics().resultMisses() > 0))
                .isTrue();
        return answers;
    }

    private void open(TestDatabase database, long maxBytes) {
        target = Shelves.on(database, folder);
        Shelves.fill(target, 2, 2, 1, 1);
        if (database == TestDatabase.POSTGRESQL) {
            target.run(List.of("CREATE VIEW slow AS SELECT id, label FROM shelf, pg_sleep(1)"));
        }
        engine = TestingEngine.open(target, EngineSettings.open().caching(new Caching(SECONDS, maxBytes, now::get)));
    }

    private String ask(String document) {
        Answer answer = engine.ask(document, Map.of());
        assertThat(answer.errorCode()).as(answer.json()).isEmpty();
        return answer.json();
    }

    private EngineStatistics statistics() {
        return engine.statistics();
    }
}
