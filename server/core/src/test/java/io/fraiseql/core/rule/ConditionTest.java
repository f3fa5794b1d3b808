package io.fraiseql.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.event.Event;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTest {

    static Stream<String> fixtures() {
        return RuleFixtures.lines("conditions.txt");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysOfTheEventWhatTheFixtureSays(String line) {
        String[] parts = line.split(" +\\| ", 2);
        String answer = parts[0].split(" ", 2)[0];
        String condition = parts[0].length() > 8 ? parts[0].substring(8).strip() : "";
        String why = parts.length == 2 ? parts[1] : "";
        assertThat(answer(condition)).isEqualTo(why.isEmpty() ? answer : answer + " " + why);
    }

    private static String answer(String condition) {
        try {
            return String.valueOf(parse(condition, Event.Type.UPDATE).holds(new EventRow(RuleFixtures.UPDATE)));
        } catch (RuleSyntaxException e) {
            return "refused " + e.getMessage();
        } catch (RuleEvaluationException e) {
            return "error " + e.getMessage();
        }
    }

    private static Condition parse(String condition, Event.Type event) {
        return Condition.parse(condition, RuleFixtures.fields(event), RuleFixtures.CLOCK);
    }

    @Test
    void knowsWhichRowsAnEventHas() {
        assertThatThrownBy(() -> parse("old.state == 'x'", Event.Type.INSERT))
                .hasMessageContaining("`old` is known of updates");
        assertThatThrownBy(() -> parse("changed(state)", Event.Type.INSERT))
                .hasMessageContaining("compares the row before and after");
        assertThatThrownBy(() -> parse("changed(state)", Event.Type.DELETE))
                .hasMessageContaining("compares the row before and after");
        assertThatThrownBy(() -> parse("new.state == 'x'", Event.Type.DELETE))
                .hasMessageContaining("there is no `new`");
        parse("old.state == state", Event.Type.DELETE);
    }

    @Test
    void isBounded() {
        String deep = "(".repeat(63) + "paid" + ")".repeat(63);
        parse(deep, Event.Type.UPDATE);
        assertThatThrownBy(() -> parse("(" + deep + ")", Event.Type.UPDATE))
                .hasMessageContaining("nested deeper than 64");
        assertThatThrownBy(() -> parse("!".repeat(64) + "paid", Event.Type.UPDATE))
                .hasMessageContaining("nested deeper than 64");
        assertThatThrownBy(() -> parse("title == '" + "x".repeat(4096) + "'", Event.Type.UPDATE))
                .hasMessageContaining("4096 bytes");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of(
                                "state",
                                "price",
                                "old.",
                                "new.",
                                "title",
                                "extra.size",
                                "'open'",
                                "\"",
                                "'",
                                "20.4",
                                "-",
                                " ",
                                "AND",
                                "OR",
                                "NOT",
                                "!",
                                "(",
                                ")",
                                ",",
                                "==",
                                "<",
                                ">=",
                                "IN",
                                "IS",
                                "NULL",
                                "LIKE",
                                "'%a%'",
                                "changed(",
                                "changed_to(",
                                "length(",
                                "now()",
                                "days_since(",
                                "lower(",
                                "has_field(",
                                "paid",
                                "true",
                                ".",
                                "&&",
                                "||")
                        .list()
                        .ofMaxSize(24)
                        .map(words -> String.join(" ", words)));
    }

    /** Whatever is written is a condition that can be asked, or is refused: nothing else comes out. */
    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        Condition condition;
        try {
            condition = parse(text, Event.Type.UPDATE);
        } catch (RuleSyntaxException e) {
            assertThat(e.getMessage()).startsWith("at character ");
            return;
        }
        try {
            condition.holds(new EventRow(RuleFixtures.UPDATE));
        } catch (RuleEvaluationException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> predicates() {
        return Arbitraries.of("paid", "old.paid", "note == 'x'", "has_field(note)", "price < 3", "changed(title)");
    }

    /** The laws of logic, with what is unknown. */
    @Property
    void negationTurnsConjunctionsIntoDisjunctions(@ForAll("predicates") String a, @ForAll("predicates") String b) {
        assertThat(answer("!(%s AND %s)".formatted(a, b))).isEqualTo(answer("!(%s) OR !(%s)".formatted(a, b)));
        assertThat(answer("!(%s OR %s)".formatted(a, b))).isEqualTo(answer("!(%s) AND !(%s)".formatted(a, b)));
    }
}
