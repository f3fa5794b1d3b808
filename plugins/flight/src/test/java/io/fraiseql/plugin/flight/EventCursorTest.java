package io.fraiseql.plugin.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventPage;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventCursorTest {

    /** One page, again and again. */
    private static final class TestingFeed implements EventFeed {

        private boolean cancelled;

        @Override
        public @Nullable EventPage next() {
            return new EventPage(
                    LongStream.rangeClosed(1, 1_000)
                            .mapToObj(EventCursorTest::event)
                            .toList(),
                    1_000);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void close() {}
    }

    private static Event event(long position) {
        return new Event(
                position,
                new UUID(0, position),
                "Item",
                "1",
                Event.Type.UPDATE,
                "{}",
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    @Test
    void whoCancelsGetsNothingMoreOfThePageEither() {
        TestingFeed feed = new TestingFeed();
        EventCursor cursor = new EventCursor(feed, false);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.next()).isTrue();
        cursor.cancel();
        assertThat(cursor.next()).isFalse();
        assertThat(cursor.ended()).isTrue();
        assertThat(feed.cancelled).isTrue();
    }
}
