package io.fraiseql.server.http.live;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.live.LiveEvent;
import io.fraiseql.core.live.LiveQuery;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.util.regex.Pattern;

/** A subscription that goes on where its client has lost the connection. */
public record ResumedQuery(LiveQuery query, @Nullable Long after) implements LiveQuery {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    /** @param lastEventId the header of that name; null when it is not there */
    public static LiveQuery of(LiveQuery query, @Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return query;
        }
        if (!POSITION.matcher(lastEventId).matches()) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "Last-Event-ID must be the id of an event of this stream");
        }
        return new ResumedQuery(query, Long.valueOf(lastEventId));
    }

    @Override
    public String entity() {
        return query.entity();
    }

    @Override
    public Event.@Nullable Type event() {
        return query.event();
    }

    @Override
    public @Nullable String organisation() {
        return query.organisation();
    }

    @Override
    public byte @Nullable [] answer(LiveEvent event) {
        return query.answer(event);
    }
}
