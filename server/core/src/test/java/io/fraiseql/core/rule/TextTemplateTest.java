package io.fraiseql.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextTemplateTest {

    static Stream<String> fixtures() {
        return RuleFixtures.lines("templates.txt");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void becomesWhatTheFixtureSays(String line) {
        int end = line.indexOf(']');
        int bar = line.lastIndexOf("| ");
        if (line.startsWith("refused", line.indexOf("| refused") + 2)) {
            bar = line.indexOf("| refused");
        }
        String template = line.substring(end + 1, bar).strip();
        assertThat(render(template, Escape.valueOf(line.substring(1, end)))).isEqualTo(line.substring(bar + 2));
    }

    private static String render(String template, Escape escape) {
        try {
            return TextTemplate.parse(template, RuleFixtures.fields(Event.Type.UPDATE))
                    .render(RuleFixtures.UPDATE, escape);
        } catch (RuleSyntaxException e) {
            return "refused " + e.getMessage();
        } catch (ActionFailedException e) {
            assertThat(e.permanent()).isTrue();
            return "error " + e.getMessage();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of(
                                "{{",
                                "}}",
                                "{",
                                "}",
                                "title",
                                "old.state",
                                "extra.maker",
                                "event.id",
                                "|",
                                "json",
                                "upper",
                                "default(\"x\")",
                                "date(\"yyyy\")",
                                "money",
                                "(\"",
                                "\")",
                                " ",
                                "\\",
                                "ü")
                        .list()
                        .ofMaxSize(20)
                        .map(words -> String.join(" ", words)));
    }

    /** Whatever is written is a template that can be rendered, or is refused: nothing else comes out. */
    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text, @ForAll Escape escape) {
        assertThat(render(text, escape)).isNotNull();
        if (!text.contains("{{")) {
            assertThat(render(text, escape)).isEqualTo(text);
        }
    }

    @Property
    void longArgumentsAreNoBurden(@ForAll char filler) {
        String argument = String.valueOf(filler).repeat(20_000);
        String rendered = render("{{ note | default(\"" + argument + "\") }}", Escape.NONE);
        assertThat(rendered).isEqualTo(filler == '"' ? rendered : argument);
    }
}
