package io.fraiseql.plugin.sqlite.function;

/**
 * Lower case letter by letter, as PostgreSQL's {@code lower()} does it: no language, no context (a final sigma stays the plain one),
 * no letter that becomes two.
 */
final class LowerCase {

    private LowerCase() {}

    static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter >= 0x80 || (letter >= 'A' && letter <= 'Z')) {
                return convert(text);
            }
        }
        return text;
    }

    private static String convert(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
        return out.toString();
    }
}
