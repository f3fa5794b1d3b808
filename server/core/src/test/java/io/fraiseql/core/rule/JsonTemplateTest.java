package io.fraiseql.core.rule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which templates are JSON for every event, as far as can be told before there is one. */
class JsonTemplateTest {

    private static TextTemplate template(String text) {
        return TextTemplate.parse(text, RuleFixtures.fields(Event.Type.UPDATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"{{ title }}\"",
                "{\"a\": \"x {{ title }} \\\" {{ state }}\", \"b\": {{ price }}, \"c\": {{ paid }}}",
                "{{ new }}",
                "{{ new | json }}",
                "{ {{ title | json }}: {{ state | json }}, {{ state | json }}: 1 }",
                "[{{ extra.tags }}, {{ extra.maker.name }}, {{ event.position }}, {{ price | money }}]",
                "{\"a\": {{ price | default(\"0\") }}, \"b\": {{ extra.maker | default(\"none\") }}}"
            })
    void whatIsJson(String text) {
        assertThatCode(() -> template(text).requireJson()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "{{ title }}, title",
        "{{ state }}, state",
        "{{ made }}, made",
        "{{ day }}, day",
        "{{ event.id }}, event.id",
        "{{ event.key }}, event.key",
        "{{ price | upper }}, price",
        "{{ price | default(\"none\") }}, price",
        "{{ extra.maker | lower }}, extra.maker"
    })
    void aTextOutsideOfQuotes(String place, String path) {
        assertThatThrownBy(() -> template("{\"a\": \"{{ title }}\", \"b\": " + place + "}")
                        .requireJson())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at character 30: `" + path + "` is a text and stands outside of quotes; write {{ " + path
                        + " | json }}");
    }

    @Test
    void jsonInQuotes() {
        assertThatThrownBy(() -> template("{\"a\": \"{{ title | json }}\"}").requireJson())
                .hasMessage(
                        "at character 11: `title | json` stands in quotes, where it is no JSON; leave out the quotes or `json`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\": }",
                "hello {{ title | json }}",
                "{\"a\": 1} {{ price }}",
                "{\"a\": \"{{ title }}}",
                "['a']"
            })
    void whatIsNone(String text) {
        assertThatThrownBy(() -> template(text).requireJson())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the text is no JSON: ");
    }
}
