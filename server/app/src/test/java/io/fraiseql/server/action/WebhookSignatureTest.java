package io.fraiseql.server.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The example of the specification. */
    @Test
    void signsAsTheSpecificationDoes() {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        String header = WebhookSignature.header(
                List.of(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                body);
        assertThat(header).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void refusesWhatIsNoSecretAndDoesNotShowIt() {
        assertThatThrownBy(() -> WebhookSignature.key("whsec_not base64!"))
                .hasMessage("a signing secret must be whsec_ and base64");
        assertThatThrownBy(() -> WebhookSignature.key("whsec_c2hvcnQ="))
                .hasMessage("a signing secret must have at least 16 bytes");
    }

    @Test
    void readsHowLongItShallWait() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
        assertThat(AnswerRule.retryAfter("120", clock)).isEqualTo(Duration.ofSeconds(120));
        assertThat(AnswerRule.retryAfter("Thu, 26 Nov 2026 12:01:00 GMT", clock))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(AnswerRule.retryAfter("999999999", clock)).isEqualTo(Duration.ofHours(1));
        assertThat(AnswerRule.retryAfter("soon", clock)).isNull();
        assertThat(AnswerRule.retryAfter(null, clock)).isNull();
    }
}
