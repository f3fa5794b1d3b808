package io.fraiseql.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An event as one JSON object, as webhooks send it and deliveries keep it. */
public final class EventJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = new JsonMapper();

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
        try {
            JsonNode json = MAPPER.readTree(text);
            return new Event(
                    json.path("position").asLong(),
                    UUID.fromString(json.path("id").asText()),
                    json.path("entity").asText(),
                    json.path("key").asText(),
                    Event.Type.valueOf(json.path("type").asText()),
                    row(text, "data"),
                    row(text, "before"),
                    names(json.path("changedFields")),
                    textOrNull(json, "user"),
                    textOrNull(json, "organisation"),
                    textOrNull(json, "trace"),
                    Instant.parse(json.path("time").asText()));
        } catch (IOException | RuntimeException e) {
            throw new FraiseqlException(CoreErrorCode.INTERNAL, "a delivery keeps what is no event", e);
        }
    }

    /** The text of a member, whose numbers a tree would write otherwise. */
    private static @Nullable String row(String text, String name) throws IOException {
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == com.fasterxml.jackson.core.JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(name);
                parser.nextToken();
                long start = parser.currentTokenLocation().getCharOffset();
                boolean none = parser.currentToken() == com.fasterxml.jackson.core.JsonToken.VALUE_NULL;
                parser.skipChildren();
                if (found) {
                    return none
                            ? null
                            : text.substring(
                                    (int) start, (int) parser.currentLocation().getCharOffset());
                }
            }
            return null;
        }
    }

    private static @Nullable String textOrNull(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    private static @Nullable List<String> names(JsonNode list) {
        if (!list.isArray()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
