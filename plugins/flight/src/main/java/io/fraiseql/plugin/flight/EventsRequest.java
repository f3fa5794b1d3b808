package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventQueries;
import io.fraiseql.spi.event.EventSelection;
import io.fraiseql.spi.query.RowField;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events of the log, those there are or also those to come. */
record EventsRequest(EventSelection selection, EventQueries events) implements StreamRequest {

    @Override
    public List<RowField> describe(RequestContext context) {
        events.check(selection, context);
        return EventCursor.FIELDS;
    }

    @Override
    public BatchSource open(RequestContext context) {
        return new Events(events.open(selection, context), selection.follow());
    }

    @Override
    public boolean follows() {
        return selection.follow();
    }

    private static final class Events implements BatchSource {

        private final EventFeed feed;
        private final EventCursor cursor;

        Events(EventFeed feed, boolean follow) {
            this.feed = feed;
            this.cursor = new EventCursor(feed, follow);
        }

        @Override
        public List<RowField> fields() {
            return EventCursor.FIELDS;
        }

        @Override
        public boolean fill(RowBatch batch) {
            cursor.beginBatch();
            batch.fill(cursor);
            return !cursor.ended();
        }

        /** Where to go on after this batch. */
        @Override
        public byte[] metadata() {
            return ("{\"after_sequence\":" + cursor.position() + "}").getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void cancel() {
            cursor.cancel();
        }

        @Override
        public void close() {
            feed.close();
        }
    }
}
