package io.fraiseql.server.action;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.rule.EntityFields;
import io.fraiseql.core.rule.TextTemplate;
import io.fraiseql.spi.action.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule says is refused with the rule where it can work for no event, and only then. */
class ConstantParametersTest {

    private static Template template(String text) {
        return TextTemplate.parse(text, EntityFields.none("Order"));
    }

    private static WebhookParameters webhook(String url, Map<String, Template> headers) {
        return new WebhookParameters(template(url), WebhookParameters.Method.POST, headers, null, null, null);
    }

    private static EmailParameters email(String to, String cc) {
        return new EmailParameters(List.of(template(to)), List.of(template(cc)), template("s"), template("b"), null);
    }

    private static SlackParameters slack(String blocks) {
        return new SlackParameters(null, null, template("m"), template(blocks));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a url",
                "",
                "file:///etc/passwd",
                "ftp://shop.example.com/",
                "https://me:secret@shop.example.com/",
                "https://shop.example.com:0/",
                "https://shop.example.com:65536/"
            })
    void anAddressThatIsNone(String url) {
        assertThatThrownBy(() -> webhook(url, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url: the URL ")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://shop.example.com:65535/", "http://10.0.0.1/", "{{ event.key }}", "x{{ event.key }}"})
    void anAddressThatMayBeOne(String url) {
        assertThatCode(() -> webhook(url, Map.of())).doesNotThrowAnyException();
    }

    @Test
    void aHeaderThatCannotBeSent() {
        assertThatThrownBy(() -> webhook("https://x.example/", Map.of("X-City", template("Łódź"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("headers.X-City: the value has characters outside of ISO-8859-1");
        assertThatCode(() -> webhook("https://x.example/", Map.of("X-City", template("Köln{{ event.key }}"))))
                .doesNotThrowAnyException();
    }

    @Test
    void somebodyWhoIsNoAddress() {
        assertThatThrownBy(() -> email("nope", "a@example.com")).hasMessageStartingWith("to: 'nope'");
        assertThatThrownBy(() -> email("a@example.com", "a@example.com, b@example.com"))
                .hasMessageStartingWith("cc: 'a@example.com, b@example.com'");
        assertThatCode(() -> email("{{ event.key }}", "Ann <a@example.com>")).doesNotThrowAnyException();
    }

    @Test
    void aNumberThatIsNone() {
        assertThatThrownBy(() -> new SmsParameters(template("abc"), template("m"), null))
                .hasMessage("to: 'abc' is no number such as +4915112345678");
        assertThatCode(() -> new SmsParameters(template("+49 (151) 1"), template("m"), null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[", "nope", ""})
    void blocksThatAreNoList(String blocks) {
        assertThatThrownBy(() -> slack(blocks)).hasMessageStartingWith("blocks: the blocks ");
    }

    @Test
    void blocksThatMayBeAList() {
        assertThatCode(() -> slack("[{\"type\": \"divider\"}]")).doesNotThrowAnyException();
        assertThatCode(() -> slack("[{{ event.key | json }}]")).doesNotThrowAnyException();
    }
}
