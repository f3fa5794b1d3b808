package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.Sequencer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.event.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many write the same few rows while positions are given: what each event says was there before is what the one before it left. */
class KeyOrderTest {

    private static final int WRITERS = 4;
    private static final int WRITES = 60;
    private static final int ROWS = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.event.TestingLog#databases")
    void theEventsOfEachRowAreInTheOrderOfItsWrites(TestDatabase database) throws Exception {
        Target target = Target.create(database, folder).pooled(WRITERS + 1);
        target.run(List.of("CREATE TABLE counter (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL)"));
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().writing())) {
            EventStore store = new EventStore(engine.database(), Target.dialect(database));
            LeasedCursor cursor =
                    new LeasedCursor(store, LeasedCursor.SEQUENCER, "test", Duration.ofHours(1), System::nanoTime);
            assertThat(cursor.claim()).isTrue();
            Sequencer sequencer = new Sequencer(store, cursor, 7);
            IntStream.range(0, ROWS)
                    .forEach(id -> write(engine, "createCounter(input: {id: " + id + ", n: 0}) { id }"));
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> writeMany(engine, writer)))
                    .toList();
            CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
            while (!all.isDone()) {
                sequencer.pass();
            }
            all.get(1, TimeUnit.MINUTES);
            int last = sequencer.pass().size();
            while (last > 0) {
                last = sequencer.pass().size();
            }
            List<Event> events = new EventReader(store).after(0, 10_000).events();
            assertThat(events).hasSize(ROWS + WRITERS * WRITES);
            assertChained(events);
        }
    }

    private static void writeMany(TestingEngine engine, int writer) {
        Random random = new Random(writer);
        for (int i = 0; i < WRITES; i++) {
            int value = 1 + writer * WRITES + i;
            write(engine, "updateCounter(id: " + random.nextInt(ROWS) + ", set: {n: " + value + "}) { id }");
        }
    }

    private static void write(TestingEngine engine, String mutation) {
        engine.ask("mutation { " + mutation + " }", Map.of()).data();
    }

    private static void assertChained(List<Event> events) {
        Map<String, String> rows = new HashMap<>();
        List<Long> positions = new ArrayList<>();
        for (Event event : events) {
            assertThat(event.before()).as("before event " + event.position()).isEqualTo(rows.get(event.entityId()));
            rows.put(event.entityId(), event.data());
            positions.add(event.position());
        }
        assertThat(positions).isSorted().doesNotHaveDuplicates();
    }
}
