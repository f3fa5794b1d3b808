package io.fraiseql.core.json;

import java.nio.charset.StandardCharsets;

/** Reads the inside of JSON strings that are known to be well-formed. */
final class JsonUnescape {

    private JsonUnescape() {}

    /** Appends the text between the quotes of a string as UTF-8; half of a surrogate pair becomes U+FFFD. */
    static void append(byte[] source, int start, int end, Utf8Buffer out) {
        int position = start;
        while (position < end) {
            int special = JsonStrings.nextSpecial(source, position, end);
            out.write(source, position, special - position);
            position = special < end ? escape(source, special + 1, end, out) : end;
        }
    }

    /** Appends what an escape stands for and gives the position after it; {@code letter} is the place after the backslash. */
    private static int escape(byte[] source, int letter, int end, Utf8Buffer out) {
        switch (source[letter]) {
            case 'b' -> out.write((byte) '\b');
            case 'f' -> out.write((byte) '\f');
            case 'n' -> out.write((byte) '\n');
            case 'r' -> out.write((byte) '\r');
            case 't' -> out.write((byte) '\t');
            case 'u' -> {
                return unit(source, letter + 1, end, out);
            }
            default -> out.write(source[letter]);
        }
        return letter + 1;
    }

    private static int unit(byte[] source, int digits, int end, Utf8Buffer out) {
        char first = hex(source, digits);
        int after = digits + 4;
        boolean pairFollows = Character.isHighSurrogate(first)
                && after + 6 <= end
                && source[after] == '\\'
                && source[after + 1] == 'u'
                && Character.isLowSurrogate(hex(source, after + 2));
        if (pairFollows) {
            codePoint(Character.toCodePoint(first, hex(source, after + 2)), out);
            return after + 6;
        }
        codePoint(Character.isSurrogate(first) ? 0xFFFD : first, out);
        return after;
    }

    private static void codePoint(int point, Utf8Buffer out) {
        out.write(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }

    private static char hex(byte[] source, int start) {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            value = value << 4 | Character.digit(source[i], 16);
        }
        return (char) value;
    }
}
