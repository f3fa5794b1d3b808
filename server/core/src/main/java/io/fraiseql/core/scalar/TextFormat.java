package io.fraiseql.core.scalar;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A scalar that is a string of a certain form.
 *
 * @param name its GraphQL name
 * @param expected what it is, for descriptions and refusals, with an article
 * @param check whether a text has the form; called with at most {@link #MAX_LENGTH} characters
 */
record TextFormat(String name, String expected, Predicate<String> check) {

    static final int MAX_LENGTH = 8192;

    /** Java matches a repeated group by recursion, which must not exhaust the stack. */
    private static final int MAX_PATTERN_LENGTH = 512;

    static TextFormat of(String name, String expected, String pattern) {
        Predicate<String> matches = Pattern.compile(pattern).asMatchPredicate();
        return new TextFormat(name, expected, text -> text.length() <= MAX_PATTERN_LENGTH && matches.test(text));
    }

    ScalarCodec codec() {
        return value -> {
            String text = Coercion.text(expected, value);
            if (text.length() > MAX_LENGTH || !check.test(text)) {
                throw Coercion.refused(expected, value);
            }
            return text;
        };
    }
}
