package io.fraiseql.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a receiver may ask to be left alone. */
class AnswerRuleTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        " 120 , 120",
        "3600, 3600",
        "3601, 3600",
        "31536000, 3600",
        "31536000000, 3600",
        "99999999999999999999999, 3600",
        "'Sat, 31 Jan 2026 12:00:30 GMT', 30",
        "'Sat, 31 Jan 2026 14:00:00 GMT', 3600",
        "'Fri, 31 Dec 9999 23:59:59 GMT', 3600",
        "'Saturday, 31-Jan-26 12:00:30 GMT', 30",
        "'Sat Jan 31 12:00:30 2026', 30"
    })
    void anHourAtMost(String value, long seconds) {
        assertThat(AnswerRule.retryAfter(value, CLOCK)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDateThatIsOver() {
        assertThat(AnswerRule.retryAfter("Sat, 31 Jan 2026 11:00:00 GMT", CLOCK))
                .isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "1.5", "soon", "12s", "0x10", "2026-01-31T12:00:30Z", "١٢"})
    void whatIsNeitherSecondsNorADate(String value) {
        assertThat(AnswerRule.retryAfter(value, CLOCK)).isNull();
    }
}
