package io.fraiseql.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes JSON strings: eight bytes are looked at together, runs without escapes are copied at once. */
final class JsonStrings {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private JsonStrings() {}

    static void write(Utf8Buffer out, byte[] utf8, int offset, int count) {
        int end = offset + count;
        int special = nextSpecial(utf8, offset, end);
        if (special == end) {
            out.quotedAscii(utf8, offset, count);
            return;
        }
        out.write((byte) '"');
        int from = offset;
        while (special < end) {
            out.write(utf8, from, special - from);
            escape(out, utf8[special]);
            from = special + 1;
            special = nextSpecial(utf8, from, end);
        }
        out.write(utf8, from, end - from);
        out.write((byte) '"');
    }

    /** The position of the next control character, quote or backslash; {@code end} when there is none. */
    static int nextSpecial(byte[] source, int from, int end) {
        int position = from;
        while (end - position >= 8) {
            if (hasSpecial((long) LONGS.get(source, position))) {
                break;
            }
            position += 8;
        }
        while (position < end && !isSpecial(source[position])) {
            position++;
        }
        return position;
    }

    /** UTF-8 of a string, with U+FFFD for lone surrogates. */
    static byte[] encode(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return repaired(value).getBytes(StandardCharsets.UTF_8);
            }
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String repaired(String value) {
        StringBuilder result = new StringBuilder(value.length());
        value.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static boolean hasSpecial(long eight) {
        long quote = eight ^ ONES * '"';
        long backslash = eight ^ ONES * '\\';
        long found = ((eight - ONES * 0x20) & ~eight) | ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash);
        return (found & HIGH_BITS) != 0;
    }

    private static boolean isSpecial(byte value) {
        return (value >= 0 && value < 0x20) || value == '"' || value == '\\';
    }

    private static void escape(Utf8Buffer out, byte value) {
        byte[] target = out.reserve(6);
        int position = out.length();
        target[position] = '\\';
        byte letter = letter(value);
        target[position + 1] = letter;
        if (letter != 'u') {
            out.end(position + 2);
            return;
        }
        target[position + 2] = '0';
        target[position + 3] = '0';
        target[position + 4] = HEX[value >> 4];
        target[position + 5] = HEX[value & 15];
        out.end(position + 6);
    }

    private static byte letter(byte value) {
        return switch (value) {
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            case '"', '\\' -> value;
            default -> 'u';
        };
    }
}
