package io.fraiseql.core.json;

import com.fasterxml.jackson.core.io.NumberInput;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Writes a JSON number as a scalar; {@link IllegalArgumentException} or {@link ArithmeticException} when it is none of the type. */
final class ScalarNumbers {

    private static final int SAFE_DIGITS = 18;
    private static final int MAX_LENGTH = 1100;
    private static final int MAX_SCALE = 1000;

    private ScalarNumbers() {}

    static void write(ColumnType type, byte[] source, int start, int end, Utf8Buffer out) {
        switch (type) {
            case INT -> out.number(Math.toIntExact(integer(source, start, end)));
            case BIGINT -> bigInt(source, start, end, out);
            case FLOAT -> out.number(finite(NumberInput.parseDouble(text(source, start, end), true)));
            case FLOAT32 -> out.number((float) finite(NumberInput.parseFloat(text(source, start, end), true)));
            case DECIMAL -> decimal(source, start, end, out);
            case TEXT -> out.quotedAscii(source, start, end - start);
            case BOOLEAN -> out.bool(bit(source, start, end));
            default -> throw new IllegalArgumentException();
        }
    }

    static void bigInt(byte[] source, int start, int end, Utf8Buffer out) {
        long value = integer(source, start, end);
        out.write((byte) '"');
        out.number(value);
        out.write((byte) '"');
    }

    /** Writes the exact digits, without an exponent. */
    static void decimal(byte[] source, int start, int end, Utf8Buffer out) {
        for (int i = start; i < end; i++) {
            if (source[i] == 'e' || source[i] == 'E') {
                writePlain(source, start, end, out);
                return;
            }
        }
        out.quotedAscii(source, start, end - start);
    }

    static void writePlain(byte[] source, int start, int end, Utf8Buffer out) {
        BigDecimal value = new BigDecimal(text(source, start, end));
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            throw new IllegalArgumentException();
        }
        byte[] plain = value.toPlainString().getBytes(StandardCharsets.US_ASCII);
        out.quotedAscii(plain, 0, plain.length);
    }

    private static long integer(byte[] source, int start, int end) {
        int position = source[start] == '-' ? start + 1 : start;
        if (end - position > SAFE_DIGITS) {
            return new BigDecimal(text(source, start, end)).longValueExact();
        }
        long value = 0;
        while (position < end) {
            int digit = source[position++] - '0';
            if (digit < 0 || digit > 9) {
                return new BigDecimal(text(source, start, end)).longValueExact();
            }
            value = value * 10 + digit;
        }
        return source[start] == '-' ? -value : value;
    }

    private static boolean bit(byte[] source, int start, int end) {
        if (end - start != 1 || source[start] > '1') {
            throw new IllegalArgumentException();
        }
        return source[start] == '1';
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static String text(byte[] source, int start, int end) {
        if (end - start > MAX_LENGTH) {
            throw new IllegalArgumentException();
        }
        return new String(source, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
