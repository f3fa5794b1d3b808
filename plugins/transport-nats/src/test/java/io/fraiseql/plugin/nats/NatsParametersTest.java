package io.fraiseql.plugin.nats;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NatsParametersTest {

    /** A text, with places for values or without. */
    private record TestingTemplate(String text, boolean places) implements Template {

        @Override
        public String render(Event event, Escape escape) {
            return text;
        }

        @Override
        public @Nullable String constant() {
            return places ? null : text;
        }
    }

    private static NatsParameters parameters(String subject, boolean places) {
        return new NatsParameters(new TestingTemplate(subject, places), new TestingTemplate("{}", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a..b", "a.>", "a.*", ".a", ""})
    void aSubjectThatIsNone(String subject) {
        assertThatThrownBy(() -> parameters(subject, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subject: '" + subject + "' is no subject to publish to");
    }

    @Test
    void aSubjectThatMayBeOne() {
        assertThatCode(() -> parameters("orders.shipped", false)).doesNotThrowAnyException();
        assertThatCode(() -> parameters("orders. ", true)).doesNotThrowAnyException();
    }
}
