package io.fraiseql.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is heard of the log is given from any position on, once and without a gap, or not at all. */
class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents(10);

    private static LogPage page(long first, long last, String data) {
        List<Event> events = LongStream.rangeClosed(first, last)
                .mapToObj(position -> new Event(
                        position,
                        new UUID(0, position),
                        "Book",
                        "1",
                        Event.Type.INSERT,
                        data,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Instant.EPOCH))
                .toList();
        return new LogPage(events, List.of(), last);
    }

    private List<Long> after(long position) {
        LogPage found = recent.after(position, 5_000);
        assertThat(found).as("kept behind " + position).isNotNull();
        assertThat(found.end()).isEqualTo(recent.end());
        return found.events().stream().map(Event::position).toList();
    }

    @Test
    void eachEventIsGivenOnce() {
        recent.add(page(11, 13, "{}"));
        recent.add(page(11, 13, "{}"));
        recent.add(page(12, 15, "{}"));
        assertThat(recent.end()).isEqualTo(15);
        assertThat(after(10)).containsExactly(11L, 12L, 13L, 14L, 15L);
        assertThat(after(12)).containsExactly(13L, 14L, 15L);
        assertThat(after(13)).containsExactly(14L, 15L);
        assertThat(recent.after(9, 10)).as("10 was before its time").isNull();
    }

    @Test
    void notMoreIsGivenThanIsAskedForAndNothingWhereThereIsNothing() {
        recent.add(page(11, 13, "{}"));
        recent.add(page(14, 15, "{}"));
        LogPage some = recent.after(11, 3);
        assertThat(some).isNotNull();
        assertThat(some.end()).isEqualTo(14);
        assertThat(some.events()).extracting(Event::position).containsExactly(12L, 13L, 14L);
        assertThat(recent.after(15, 3)).isNull();
    }

    @Test
    void positionsThatADatabaseGivesAnewAreHeardAnew() {
        recent.add(page(11, 15, "{}"));
        recent.restart(12);
        assertThat(recent.after(12, 10)).as("what the database lost").isNull();
        recent.add(page(13, 14, "{}"));
        assertThat(after(12)).containsExactly(13L, 14L);
    }

    @Test
    void whatWasMissedIsNotPassedOver() {
        recent.add(page(11, 13, "{}"));
        recent.add(page(16, 17, "{}"));
        assertThat(recent.after(13, 10)).isNull();
        assertThat(recent.after(11, 10)).isNull();
        assertThat(after(15)).containsExactly(16L, 17L);
    }

    @Test
    void whatNobodyWantedIsNotPassedOver() {
        recent.add(page(11, 13, "{}"));
        recent.pass(15);
        recent.pass(12);
        assertThat(recent.end()).isEqualTo(15);
        assertThat(recent.after(12, 10)).isNull();
        assertThat(recent.after(13, 10)).isNull();
        recent.add(page(16, 17, "{}"));
        assertThat(recent.after(14, 10)).isNull();
        assertThat(after(15)).containsExactly(16L, 17L);
    }

    @Test
    void littleIsKept() {
        recent.add(page(11, 1_500, "{}"));
        recent.add(page(1_501, 2_500, "{}"));
        assertThat(recent.after(10, 10)).isNull();
        assertThat(after(1_500)).hasSize(1_000);
        recent.add(page(2_501, 2_501, "x".repeat(3 << 20)));
        assertThat(recent.after(2_500, 10)).isNull();
        assertThat(recent.end()).isEqualTo(2_501);
        recent.add(page(2_502, 2_502, "{}"));
        assertThat(after(2_501)).containsExactly(2_502L);
    }

    @Test
    void whoWaitsIsWokenByAnEventAndWhenHeLeaves() throws Exception {
        AtomicBoolean left = new AtomicBoolean();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> await(10, left));
        recent.add(page(11, 11, "{}"));
        waiting.get(20, TimeUnit.SECONDS);
        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> await(11, left));
        left.set(true);
        recent.wake();
        leaving.get(20, TimeUnit.SECONDS);
    }

    private void await(long position, AtomicBoolean left) {
        try {
            recent.await(position, left::get);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
