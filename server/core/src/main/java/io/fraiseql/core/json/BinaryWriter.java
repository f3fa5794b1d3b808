package io.fraiseql.core.json;

import java.nio.charset.StandardCharsets;

/** Writes UUIDs and base64 into an array that has room; each method returns the position after what it wrote. */
final class BinaryWriter {

    private static final byte[] BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX_PAIRS = hexPairs();

    private BinaryWriter() {}

    static int uuid(byte[] target, int start, long high, long low) {
        int position = start;
        target[position++] = '"';
        position = hex(target, position, high, 7, 4);
        target[position++] = '-';
        position = hex(target, position, high, 3, 2);
        target[position++] = '-';
        position = hex(target, position, high, 1, 0);
        target[position++] = '-';
        position = hex(target, position, low, 7, 6);
        target[position++] = '-';
        position = hex(target, position, low, 5, 0);
        target[position++] = '"';
        return position;
    }

    static int base64(byte[] target, int start, byte[] source, int offset, int count) {
        int position = start;
        target[position++] = '"';
        int from = offset;
        int whole = offset + count - count % 3;
        while (from < whole) {
            int bits = (source[from] & 0xff) << 16 | (source[from + 1] & 0xff) << 8 | (source[from + 2] & 0xff);
            target[position] = BASE64[bits >> 18];
            target[position + 1] = BASE64[bits >> 12 & 63];
            target[position + 2] = BASE64[bits >> 6 & 63];
            target[position + 3] = BASE64[bits & 63];
            from += 3;
            position += 4;
        }
        position = base64Rest(target, position, source, from, count % 3);
        target[position++] = '"';
        return position;
    }

    private static int base64Rest(byte[] target, int position, byte[] source, int from, int rest) {
        if (rest == 0) {
            return position;
        }
        int bits = (source[from] & 0xff) << 16 | (rest == 2 ? (source[from + 1] & 0xff) << 8 : 0);
        target[position] = BASE64[bits >> 18];
        target[position + 1] = BASE64[bits >> 12 & 63];
        target[position + 2] = rest == 2 ? BASE64[bits >> 6 & 63] : (byte) '=';
        target[position + 3] = '=';
        return position + 4;
    }

    private static int hex(byte[] target, int start, long bits, int firstByte, int lastByte) {
        int position = start;
        for (int index = firstByte; index >= lastByte; index--) {
            int pair = (int) (bits >>> index * 8 & 0xff) * 2;
            target[position++] = HEX_PAIRS[pair];
            target[position++] = HEX_PAIRS[pair + 1];
        }
        return position;
    }

    private static byte[] hexPairs() {
        byte[] result = new byte[512];
        for (int value = 0; value < 256; value++) {
            result[value * 2] = (byte) Character.forDigit(value >> 4, 16);
            result[value * 2 + 1] = (byte) Character.forDigit(value & 15, 16);
        }
        return result;
    }
}
