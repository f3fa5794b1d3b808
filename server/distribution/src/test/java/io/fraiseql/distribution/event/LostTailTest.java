package io.fraiseql.distribution.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.observer.EventBridge;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.EventSender;
import io.fraiseql.spi.transport.EventTransport;
import io.fraiseql.spi.transport.SentEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transport whose machine lost its power may have less than it has said; the database has all of it. */
class LostTailTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LARGEST = 400;

    @TempDir
    private Path folder;

    /** The positions that the transport has. */
    private final List<Long> kept = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void isSentAgain(TestDatabase kind) {
        try (TestingLog log = TestingLog.open(kind, folder)) {
            try (EventBridge first = bridge(log)) {
                log.append("a", "b", "c", "too large " + "x".repeat(LARGEST), "e");
                log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
                first.wake(log.reader.after(0, 100));
                assertThat(Waiting.until(SOON, () -> at(log) == 5)).isTrue();
            }
            assertThat(kept).containsExactly(1L, 2L, 3L, 5L);
            DeliveryStore deliveries = new DeliveryStore(log.store);
            assertThat(deliveries.dead()).isEqualTo(1);
            DeliveryRow letter = Objects.requireNonNull(deliveries.find(4, "r"));
            deliveries.transaction(session -> deliveries.delete(session, List.of(letter)));
            kept.removeAll(List.of(3L, 5L));
            try (EventBridge next = bridge(log)) {
                assertThat(next).isNotNull();
                assertThat(Waiting.until(SOON, () -> kept.size() == 4)).isTrue();
            }
            assertThat(kept).containsExactly(1L, 2L, 3L, 5L);
            assertThat(deliveries.dead())
                    .as("what was too large was told of before")
                    .isZero();
            kept.clear();
            log.append("f");
            log.sequencer(log.claimed(LeasedCursor.SEQUENCER, "one")).pass();
            try (EventBridge last = bridge(log)) {
                assertThat(last).isNotNull();
                assertThat(Waiting.until(SOON, () -> at(log) == 6)).isTrue();
            }
            assertThat(kept).as("of an empty one nobody knows what it had").containsExactly(6L);
        }
    }

    private static long at(TestingLog log) {
        return log.reader.cursors().stream()
                .filter(cursor -> cursor.name().equals(EventBridge.CURSOR))
                .mapToLong(cursor -> cursor.position())
                .sum();
    }

    private EventBridge bridge(TestingLog log) {
        return new EventBridge(
                log.store,
                "one",
                new ObserverOptions(4, 100, 3, Duration.ofMillis(50), TestingLog.LEASE, Map.of(), null, null),
                Clock.systemUTC(),
                new SilentObserver(),
                new Forgetful(),
                List.of(TestingRule.direct(delivery -> {})));
    }

    private final class Forgetful implements EventTransport, EventSender {

        @Override
        public EventSender sender() {
            return this;
        }

        @Override
        public long begin() {
            return LongStream.concat(LongStream.of(0), kept.stream().mapToLong(Long::longValue))
                    .max()
                    .getAsLong();
        }

        @Override
        public int largest() {
            return LARGEST;
        }

        @Override
        public void send(List<SentEvent> events) {
            events.forEach(event -> kept.add(event.position()));
        }

        @Override
        public EventReceiver receiver(Runnable arrived) {
            throw new AssertionError("nothing is taken here");
        }

        @Override
        public String ping() {
            return "fine";
        }

        @Override
        public void close() {}
    }
}
