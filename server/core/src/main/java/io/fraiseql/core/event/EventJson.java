package io.fraiseql.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.IsoTemporals;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An event as one JSON object, as webhooks send it and deliveries keep it. */
public final class EventJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private EventJson() {}

    /** The event with its rows as they stand in the log, byte for byte. */
    public static String write(Event event) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("id", event.id().toString());
            json.writeNumberField("position", event.position());
            json.writeStringField("entity", event.entityType());
            json.writeStringField("key", event.entityId());
            json.writeStringField("type", event.type().name());
            raw(json, "data", event.data());
            raw(json, "before", event.before());
            names(json, event.changedFields());
            json.writeStringField("user", event.userId());
            json.writeStringField("organisation", event.orgId());
            json.writeStringField("trace", event.traceContext());
            json.writeStringField("time", event.createdAt().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void raw(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value == null ? "null" : value);
    }

    private static void names(JsonGenerator json, @Nullable List<String> names) throws IOException {
        json.writeFieldName("changedFields");
        if (names == null) {
            json.writeNull();
        } else {
            json.writeArray(names.toArray(String[]::new), 0, names.size());
        }
    }

    /**
     * The event that {@link #write} wrote.
     *
     * @throws FraiseqlException {@code INTERNAL} when it is none
     */
    public static Event read(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            Members members = new Members(text);
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                members.take(name, json);
            }
            return members.event();
        } catch (IOException | RuntimeException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "a delivery keeps what is no event", e);
        }
    }

    /** What was read of an event so far. */
    private static final class Members {

        private final String text;
        private final Map<String, String> texts = new HashMap<>();
        private long position;
        private @Nullable String data;
        private @Nullable String before;
        private @Nullable List<String> changedFields;

        Members(String text) {
            this.text = text;
        }

        void take(String name, JsonParser json) throws IOException {
            switch (name) {
                case "position" -> position = json.getValueAsLong();
                case "data" -> data = row(json);
                case "before" -> before = row(json);
                case "changedFields" -> changedFields = names(json);
                default -> {
                    if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
                        texts.put(name, json.getText());
                    }
                    json.skipChildren();
                }
            }
        }

        /** The text of a row, whose numbers a tree would write otherwise. */
        private @Nullable String row(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            long start = json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            return text.substring((int) start, (int) json.currentLocation().getCharOffset());
        }

        private static @Nullable List<String> names(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                return null;
            }
            List<String> names = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                names.add(json.getText());
            }
            return names;
        }

        Event event() {
            return new Event(
                    position,
                    UUID.fromString(text("id")),
                    text("entity"),
                    text("key"),
                    Event.Type.valueOf(text("type")),
                    data,
                    before,
                    changedFields,
                    texts.get("user"),
                    texts.get("organisation"),
                    texts.get("trace"),
                    IsoTemporals.instant(text("time")));
        }

        private String text(String name) {
            return texts.getOrDefault(name, "");
        }
    }
}
