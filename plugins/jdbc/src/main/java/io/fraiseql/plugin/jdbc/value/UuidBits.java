package io.fraiseql.plugin.jdbc.value;

/** UUIDs from 16 bytes or from 36 characters in any case, as two longs. */
public final class UuidBits {

    /** How many bytes a binary UUID has. */
    public static final int BINARY_LENGTH = 16;
    /** How many characters a written UUID has. */
    public static final int TEXT_LENGTH = 36;

    private UuidBits() {}

    /** Reads 16 bytes into {@code target[0]} (high) and {@code target[1]} (low). */
    public static void ofBinary(byte[] bytes, long[] target) {
        target[0] = bits(bytes, 0);
        target[1] = bits(bytes, 8);
    }

    /**
     * Reads 36 characters into {@code target[0]} (high) and {@code target[1]} (low).
     *
     * @return false when they are no UUID
     */
    public static boolean ofText(byte[] text, long[] target) {
        int digits = 0;
        target[0] = 0;
        target[1] = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (text[i] != '-') {
                    return false;
                }
            } else {
                int digit = Character.digit(text[i], 16);
                if (digit < 0) {
                    return false;
                }
                int half = digits++ >> 4;
                target[half] = target[half] << 4 | digit;
            }
        }
        return true;
    }

    private static long bits(byte[] bytes, int from) {
        long bits = 0;
        for (int i = from; i < from + 8; i++) {
            bits = bits << 8 | (bytes[i] & 0xff);
        }
        return bits;
    }
}
