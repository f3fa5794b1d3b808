package io.fraiseql.server.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.rule.EntityFields;
import io.fraiseql.core.rule.TextTemplate;
import io.fraiseql.spi.action.ActionFailedException;
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
                "https://shop.example.com:65536/",
                "https://shop.example.com/a/../b",
                "https://shop.example.com/a/."
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

    @Test
    void aHeaderThatIsNotTheRules() {
        assertThatThrownBy(() -> webhook("https://x.example/", Map.of("Expect", template("100-continue"))))
                .hasMessage("headers cannot have `Expect`");
        assertThatThrownBy(() -> webhook("https://x.example/", Map.of("X-A", template("1"), "x-a", template("2"))))
                .hasMessageContaining("twice, in capitals and small letters");
    }

    @Test
    void aValueThatLeadsElsewhere() {
        assertThatThrownBy(() -> TargetUrl.rendered("https://x.example/orders/../x"))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("the URL has `.` or `..` between its slashes");
        assertThat(TargetUrl.of("https://x.example/..a/.b./ä?q=../ü").toString())
                .isEqualTo("https://x.example/..a/.b./%C3%A4?q=../%C3%BC");
    }

    @Test
    void aBodyThatIsNoJson() {
        assertThatThrownBy(() -> body("{\"a\": {{ event.user }}}", Map.of()))
                .hasMessage(
                        "body_template: at character 10: `event.user` is a text and stands outside of quotes; write {{ event.user | json }}");
        assertThatCode(() -> body("hello {{ event.user }}", Map.of("content-type", template("text/plain"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> slack("[{{ event.user }}]")).hasMessageStartingWith("blocks: at character 5: ");
    }

    private static WebhookParameters body(String body, Map<String, Template> headers) {
        return new WebhookParameters(
                template("https://x.example/"), WebhookParameters.Method.POST, headers, template(body), null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://a/", "a:80", "*.example.com", "10.0.0.0/8", "a b", "user@a"})
    void aHostThatIsNone(String host) {
        assertThatThrownBy(() -> new WebhookConfig(List.of("a.example", host)))
                .hasMessageStartingWith("allowedHosts: '" + host + "' is no host");
        assertThatThrownBy(() -> new SlackConfig(null, List.of(host))).hasMessageStartingWith("allowedHosts: ");
    }

    @Test
    void hostsThatMayBeCalled() {
        assertThatCode(() -> new WebhookConfig(
                        List.of("localhost", "my-host.internal.", "10.0.0.1", "[::1]", "fd00::1", "my_host")))
                .doesNotThrowAnyException();
    }
}
