package io.fraiseql.core.live;

import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;
import java.nio.charset.StandardCharsets;

/** An event on its way to several clients: what they ask of it is parsed once. Not thread-safe. */
public final class LiveEvent {

    private final EventRow row;
    private byte @Nullable [] json;

    LiveEvent(Event event) {
        this.row = new EventRow(event);
    }

    /** The event. */
    public Event event() {
        return row.event();
    }

    /** The event with its row parsed. */
    public EventRow row() {
        return row;
    }

    /**
     * The row as JSON in UTF-8, as it is, or as it was when it is gone.
     *
     * @throws RuleEvaluationException when the event does not have it
     */
    public byte[] json() {
        byte[] known = json;
        if (known == null) {
            String text = event().data() == null ? event().before() : event().data();
            if (text == null) {
                throw new RuleEvaluationException("the event does not have the row");
            }
            known = text.getBytes(StandardCharsets.UTF_8);
            json = known;
        }
        return known;
    }
}
