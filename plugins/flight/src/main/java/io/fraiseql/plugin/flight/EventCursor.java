package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventPage;
import io.fraiseql.spi.query.RowField;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Events as rows. Of those to come it gives what there is as one batch and does not wait to fill it. One thread, except {@link #cancel}. */
final class EventCursor extends MadeRows {

    /** What each row has, in the order of the columns. */
    static final List<RowField> FIELDS = List.of(
            field(0, "event_id", ColumnType.UUID, false),
            field(1, "event_type", ColumnType.TEXT, false),
            field(2, "entity_type", ColumnType.TEXT, false),
            field(3, "entity_id", ColumnType.TEXT, false),
            field(4, "timestamp", ColumnType.DATETIME, false),
            field(5, "data", ColumnType.JSON, true),
            field(6, "user_id", ColumnType.TEXT, true),
            field(7, "org_id", ColumnType.TEXT, true));

    private final EventFeed feed;
    private final boolean follow;
    private EventPage page = new EventPage(List.of(), 0);
    private int at = -1;
    private boolean begun;
    private boolean ended;
    private volatile boolean cancelled;

    EventCursor(EventFeed feed, boolean follow) {
        this.feed = feed;
        this.follow = follow;
    }

    private static RowField field(int column, String name, ColumnType type, boolean nullable) {
        return new RowField(name, RowField.Kind.VALUE, type, nullable, column, null, null, List.of(), List.of());
    }

    void beginBatch() {
        begun = false;
    }

    /** Gives no further events, not those of a page either that is here already; callable from any thread. */
    void cancel() {
        cancelled = true;
        feed.cancel();
    }

    /** Whether there are no more. */
    boolean ended() {
        return ended;
    }

    /** Up to where the log is read with the rows that were given. */
    long position() {
        return at == page.events().size() - 1 ? page.position() : event().position();
    }

    private Event event() {
        return page.events().get(at);
    }

    @Override
    public boolean next() {
        if (cancelled) {
            ended = true;
            return false;
        }
        if (at == page.events().size() - 1) {
            if (begun && follow) {
                return false;
            }
            EventPage following = feed.next();
            if (following == null) {
                ended = true;
                return false;
            }
            page = following;
            at = -1;
        }
        begun = true;
        at++;
        return true;
    }

    @Override
    public boolean isNull(int column) {
        return FIELDS.get(column).nullable() && text(column) == null;
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        String text = text(column);
        if (text != null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            target.write(bytes, 0, bytes.length);
        }
    }

    private @Nullable String text(int column) {
        Event event = event();
        return switch (column) {
            case 1 -> event.type().name();
            case 2 -> event.entityType();
            case 3 -> event.entityId();
            case 5 -> event.data();
            case 6 -> event.userId();
            case 7 -> event.orgId();
            default -> throw noSuch(column);
        };
    }

    @Override
    public long getLong(int column) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event().createdAt());
    }

    @Override
    public long getUuidHigh(int column) {
        return event().id().getMostSignificantBits();
    }

    @Override
    public long getUuidLow(int column) {
        return event().id().getLeastSignificantBits();
    }
}
