package io.fraiseql.core.scalar;

import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The codecs of numbers. */
final class NumberCodecs {

    private static final Pattern BIG_INT = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?[0-9]{1,1000}(\\.[0-9]{1,1000})?([eE][+-]?[0-9]{1,4})?");
    private static final int MAX_DIGITS = 1000;
    private static final String DECIMAL_EXPECTED =
            "a Decimal as a string or a number of at most " + MAX_DIGITS + " digits on either side of the point";

    private NumberCodecs() {}

    static Object toInt(@Nullable Object value) {
        Long number = integer(value);
        if (number == null || number != number.intValue()) {
            throw Coercion.refused("an Int as an integer of 32 bits", value);
        }
        return number;
    }

    static Object bigInt(@Nullable Object value) {
        Long number = value instanceof String text && BIG_INT.matcher(text).matches() ? parsed(text) : integer(value);
        if (number == null) {
            throw Coercion.refused("a BigInt as a string or an integer of 64 bits", value);
        }
        return number;
    }

    static Object toFloat(@Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            // negative zero becomes zero
            return number.doubleValue() + 0.0;
        }
        throw Coercion.refused("a Float as a number of 64 bits", value);
    }

    static Object decimal(@Nullable Object value) {
        BigDecimal number = exact(value);
        if (number == null || !isBounded(number)) {
            throw Coercion.refused(DECIMAL_EXPECTED, value);
        }
        return number;
    }

    /** Whether the number, written out without an exponent, is of a size that databases take. */
    static boolean isBounded(BigDecimal number) {
        return number.precision() <= MAX_DIGITS
                && number.scale() <= MAX_DIGITS
                && (long) number.precision() - number.scale() <= MAX_DIGITS;
    }

    static @Nullable BigDecimal exact(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Long || value instanceof Integer) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        boolean isText = value instanceof String text && DECIMAL.matcher(text).matches();
        return isText ? new BigDecimal((String) value) : null;
    }

    /** A number without a fraction in 64 bits; null for all else. */
    private static @Nullable Long integer(@Nullable Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger number) {
            return number.bitLength() < Long.SIZE ? number.longValue() : null;
        }
        return value instanceof BigDecimal number ? integral(number) : null;
    }

    private static @Nullable Long integral(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Long parsed(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
