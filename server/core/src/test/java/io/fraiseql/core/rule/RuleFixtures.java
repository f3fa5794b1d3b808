package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Retry;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.core.schema.TestScalars;
import io.fraiseql.spi.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The published fixtures of rules: a schema, an event, and what conditions and templates make of it. */
final class RuleFixtures {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
    static final Event UPDATE = update();

    private static final Model MODEL = new SchemaLoader(TestScalars.all())
            .load(text("schema.json"), List.of("test"))
            .orThrow();

    private RuleFixtures() {}

    static EntityFields fields(Event.Type event) {
        Rule rule = new Rule(
                "r",
                "Item",
                event,
                null,
                List.of(),
                Retry.DEFAULT,
                Rule.OnFailure.DLQ,
                true,
                Duration.ofSeconds(1),
                null);
        return Objects.requireNonNull(new Entities(MODEL).fields(rule));
    }

    private static Event update() {
        try {
            JsonNode event = new JsonMapper().readTree(text("event.json"));
            return new Event(
                    42,
                    UUID.fromString("00000000-0000-4000-8000-000000000001"),
                    "Item",
                    "7",
                    Event.Type.UPDATE,
                    event.get("new").toString(),
                    event.get("old").toString(),
                    List.of("state", "price", "paid"),
                    null,
                    "a \"b\" <c>&d\\",
                    null,
                    Instant.parse("2026-01-31T11:59:00Z"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a fixture without its comments. */
    static Stream<String> lines(String name) {
        return text(name).lines().filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(RuleFixtures.class.getResourceAsStream("/rule/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
