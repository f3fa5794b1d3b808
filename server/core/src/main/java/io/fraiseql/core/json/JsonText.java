package io.fraiseql.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Copies JSON text that {@link JsonScanner} has walked over. */
final class JsonText {

    private JsonText() {}

    /** Writes a value without the blanks between its tokens. */
    static void compact(byte[] source, int start, int end, Utf8Buffer out) {
        int from = start;
        int position = start;
        while (position < end) {
            if (source[position] == '"') {
                position = JsonScanner.skipString(source, position, end);
            } else if (JsonScanner.isBlank(source[position])) {
                out.write(source, from, position - from);
                position = JsonScanner.skipBlanks(source, position, end);
                from = position;
            } else {
                position++;
            }
        }
        out.write(source, from, end - from);
    }

    /** Writes a string given with its quotes; escapes take the form that {@link Utf8Buffer#string} gives them. */
    static void string(byte[] source, int start, int end, Utf8Buffer out) {
        if (isCanonical(source, start + 1, end - 1)) {
            out.write(source, start, end - start);
        } else {
            byte[] decoded = decode(source, start + 1, end - 1);
            out.string(decoded, 0, decoded.length);
        }
    }

    private static boolean isCanonical(byte[] source, int start, int end) {
        int position = JsonStrings.nextSpecial(source, start, end);
        while (position < end) {
            if (source[position + 1] == 'u' || source[position + 1] == '/') {
                return false;
            }
            position = JsonStrings.nextSpecial(source, position + 2, end);
        }
        return true;
    }

    /** UTF-8 of the inside of a string; a lone surrogate becomes U+FFFD. */
    static byte[] decode(byte[] source, int start, int end) {
        byte[] target = new byte[end - start];
        int length = 0;
        int position = start;
        while (position < end) {
            int special = JsonStrings.nextSpecial(source, position, end);
            System.arraycopy(source, position, target, length, special - position);
            length += special - position;
            position = special;
            if (position < end) {
                int point = codePoint(source, position, end);
                byte[] utf8 =
                        Character.toString(isSurrogate(point) ? 0xFFFD : point).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, target, length, utf8.length);
                length += utf8.length;
                position += point > 0xFFFF ? 12 : source[position + 1] == 'u' ? 6 : 2;
            }
        }
        return Arrays.copyOf(target, length);
    }

    private static int codePoint(byte[] source, int backslash, int end) {
        byte letter = source[backslash + 1];
        if (letter != 'u') {
            return switch (letter) {
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                default -> letter;
            };
        }
        int first = hex(source, backslash + 2);
        boolean pairMayFollow = first >= 0xD800 && first < 0xDC00 && backslash + 12 <= end;
        if (pairMayFollow && source[backslash + 6] == '\\' && source[backslash + 7] == 'u') {
            int second = hex(source, backslash + 8);
            if (second >= 0xDC00 && second < 0xE000) {
                return Character.toCodePoint((char) first, (char) second);
            }
        }
        return first;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static int hex(byte[] source, int start) {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            value = value << 4 | Character.digit(source[i], 16);
        }
        return value;
    }
}
