package io.fraiseql.core.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;

/** An event whose images are parsed when somebody looks at them, and once. Not thread-safe. */
public final class EventRow {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private final Event event;
    private @Nullable JsonNode after;
    private @Nullable JsonNode before;

    public EventRow(Event event) {
        this.event = event;
    }

    /** The event. */
    public Event event() {
        return event;
    }

    /** Which row is meant. */
    enum Image {
        /** The row as it is, or as it was when it is gone. */
        ROW,
        OLD,
        NEW
    }

    /**
     * The row as it is, or as it was when it is gone.
     *
     * @throws RuleEvaluationException when the event does not have it
     */
    public JsonNode row() {
        return image(Image.ROW);
    }

    /**
     * The row of an image.
     *
     * @throws RuleEvaluationException when the event does not have it
     */
    JsonNode image(Image image) {
        boolean old = image == Image.OLD || image == Image.ROW && event.data() == null;
        JsonNode node = old ? before() : after();
        if (node == null) {
            throw new RuleEvaluationException(
                    old ? "the event does not have the row as it was before" : "the event does not have the row");
        }
        return node;
    }

    private @Nullable JsonNode after() {
        if (after == null && event.data() != null) {
            after = parse(event.data());
        }
        return after;
    }

    private @Nullable JsonNode before() {
        if (before == null && event.before() != null) {
            before = parse(event.before());
        }
        return before;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new RuleEvaluationException("the event's row is not JSON");
        }
    }
}
