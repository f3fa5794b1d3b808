package io.fraiseql.plugin.postgresql;

import java.nio.charset.StandardCharsets;

/**
 * Writes the binary form of a {@code numeric} as plain digits with its scale. The form is {@code int16 ndigits, weight, sign,
 * dscale} and then digits to the base 10000, the first worth 10000^weight ({@code numeric_send} in PostgreSQL's numeric.c).
 */
final class NumericText {

    private static final int HEADER = 8;
    private static final int NEGATIVE = 0x4000;
    private static final int SPECIAL = 0xC000;
    private static final int GROUP = 4;

    private byte[] text = new byte[64];
    private int length;

    /** Whether a binary value is NaN or an infinity. */
    static boolean special(byte[] value) {
        return (BigEndian.shortAt(value, 4) & SPECIAL) == SPECIAL;
    }

    /** Where the text is; changes when a longer one is written. */
    byte[] array() {
        return text;
    }

    /**
     * Writes one value over the last.
     *
     * @return the length of the text
     */
    int write(byte[] value) {
        int weight = BigEndian.shortAt(value, 2);
        int scale = BigEndian.shortAt(value, 6);
        length = 0;
        reserve((Math.max(weight, 0) + 2) * GROUP + scale + 2 * GROUP);
        if (BigEndian.shortAt(value, 4) == NEGATIVE) {
            text[length++] = '-';
        }
        writeInteger(value, weight);
        if (scale > 0) {
            text[length++] = '.';
            writeFraction(value, weight, scale);
        }
        return length;
    }

    /** Writes an integer over the last value. */
    int write(long value) {
        byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, text, 0, digits.length);
        length = digits.length;
        return length;
    }

    private void writeInteger(byte[] value, int weight) {
        if (weight < 0) {
            text[length++] = '0';
            return;
        }
        writeLeading(group(value, 0));
        for (int i = 1; i <= weight; i++) {
            writeGroup(group(value, i));
        }
    }

    private void writeFraction(byte[] value, int weight, int scale) {
        int end = length + scale;
        for (int i = weight + 1; length < end; i++) {
            writeGroup(group(value, i));
        }
        length = end;
    }

    private static int group(byte[] value, int index) {
        boolean stored = index >= 0 && HEADER + 2 * index < value.length;
        return stored ? BigEndian.shortAt(value, HEADER + 2 * index) : 0;
    }

    private void writeLeading(int group) {
        int start = length;
        writeGroup(group);
        int skip = group >= 1000 ? 0 : group >= 100 ? 1 : group >= 10 ? 2 : 3;
        System.arraycopy(text, start + skip, text, start, GROUP - skip);
        length -= skip;
    }

    private void writeGroup(int group) {
        text[length] = (byte) ('0' + group / 1000);
        text[length + 1] = (byte) ('0' + group / 100 % 10);
        text[length + 2] = (byte) ('0' + group / 10 % 10);
        text[length + 3] = (byte) ('0' + group % 10);
        length += GROUP;
    }

    private void reserve(int capacity) {
        if (text.length < capacity) {
            text = new byte[capacity];
        }
    }
}
