package io.fraiseql.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final UUID ID = UUID.fromString("018f3c5e-0000-7000-8000-0123456789ab");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.123456Z",
                "2026-01-02T03:04:05.100Z",
                "2026-01-02T03:04:05Z",
                "1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void readsWhatItWrote(String time) {
        Event event = new Event(
                7,
                ID,
                "Or\"der",
                "ö1",
                Event.Type.UPDATE,
                "{\"a\": 1.50, \"ü\": {\"id\": [1, {\"data\": null}]}}",
                "{\"time\":\"no\"}",
                List.of("a", "ü"),
                "u",
                "o:1",
                "00-1",
                Instant.parse(time));
        assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
    }

    @Test
    void readsWhatIsNotKnown() {
        Event event = new Event(1, ID, "T", "", Event.Type.CUSTOM, null, null, null, null, null, null, Instant.EPOCH);
        assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"id\":", "no"})
    void refusesWhatIsNoEvent(String text) {
        assertThatThrownBy(() -> EventJson.read(text)).isInstanceOf(FraiseqlException.class);
    }
}
