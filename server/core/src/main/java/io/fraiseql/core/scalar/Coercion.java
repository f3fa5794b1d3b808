package io.fraiseql.core.scalar;

import io.fraiseql.spi.Nullable;

/** The refusals of codecs, and the checks that several share. */
final class Coercion {

    private static final int MAX_SHOWN = 80;

    private Coercion() {}

    /** Says what was expected and shows the beginning of what came. */
    static IllegalArgumentException refused(String expected, @Nullable Object value) {
        return new IllegalArgumentException("expected " + expected + ", got " + JsonTexts.clipped(value, MAX_SHOWN));
    }

    /** The value as a string without NUL and lone surrogates, which no database stores. */
    static String text(String expected, @Nullable Object value) {
        if (value instanceof String text) {
            checkCharacters(text);
            return text;
        }
        throw refused(expected, value);
    }

    static void checkCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                throw refused("text without the character U+0000", text);
            }
            if (Character.isSurrogate(unit)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(unit, text.charAt(i + 1))) {
                    throw refused("text without halves of surrogate pairs", text);
                }
                i++;
            }
        }
    }
}
