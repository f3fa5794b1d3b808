package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.error.FraiseqlException;

/** Reads decimals as a database writes them into the 128 bits of Arrow. One thread. */
final class DecimalDigits {

    private static final long LOW_WORD = 0xffff_ffffL;
    private static final int WORDS = 4;
    /** Most digits that are sure to fit a long. */
    private static final int LONG_DIGITS = 18;

    private final String name;
    private final int precision;
    private final int scale;
    private final byte[] bytes = new byte[16];
    private final long[] words = new long[WORDS];
    private int digits;
    private long small;

    /** @param name of the member, for errors */
    DecimalDigits(String name, int precision, int scale) {
        this.name = name;
        this.precision = precision;
        this.scale = scale;
    }

    /**
     * Reads a number: an optional minus sign, digits, and a point among them.
     *
     * @throws FraiseqlException when it does not fit the precision and scale
     */
    void read(byte[] source, int offset, int length) {
        clear();
        int end = offset + length;
        boolean negative = length > 0 && source[offset] == '-';
        int fraction = -1;
        for (int i = negative ? offset + 1 : offset; i < end; i++) {
            byte letter = source[i];
            if (letter == '.' && fraction < 0) {
                fraction = 0;
            } else if (letter >= '0' && letter <= '9') {
                fraction = add(letter - '0', fraction);
            } else {
                throw misfit();
            }
        }
        for (int i = Math.max(fraction, 0); i < scale; i++) {
            push(0);
        }
        store(negative);
    }

    private void clear() {
        digits = 0;
        small = 0;
    }

    /** Adds a digit and gives how many stand behind the point now; -1 before it. */
    private int add(int digit, int fraction) {
        if (fraction < scale) {
            push(digit);
        } else if (digit != 0) {
            throw misfit();
        }
        return fraction < 0 ? fraction : fraction + 1;
    }

    private void push(int digit) {
        if (digits == 0 && digit == 0) {
            return;
        }
        if (++digits > precision) {
            throw misfit();
        }
        if (digits <= LONG_DIGITS) {
            small = small * 10 + digit;
            return;
        }
        if (digits == LONG_DIGITS + 1) {
            words[0] = small & LOW_WORD;
            words[1] = small >>> 32;
            words[2] = 0;
            words[3] = 0;
        }
        long carry = digit;
        for (int i = 0; i < WORDS; i++) {
            long product = words[i] * 10 + carry;
            words[i] = product & LOW_WORD;
            carry = product >>> 32;
        }
    }

    private void store(boolean negative) {
        long high = digits > LONG_DIGITS ? words[3] << 32 | words[2] : 0;
        long low = digits > LONG_DIGITS ? words[1] << 32 | words[0] : small;
        if (negative) {
            low = -low;
            high = low == 0 ? -high : ~high;
        }
        for (int i = 0; i < 8; i++) {
            bytes[7 - i] = (byte) (high >>> (8 * i));
            bytes[15 - i] = (byte) (low >>> (8 * i));
        }
    }

    /** The number that was read last, in 16 bytes; overwritten by the next one. */
    byte[] bigEndian() {
        return bytes;
    }

    private FraiseqlException misfit() {
        return new FraiseqlException(
                VectorErrorCode.VALUE_NOT_READABLE,
                name + ": the database holds a value that is no decimal of " + precision + " digits, " + scale
                        + " of them behind the point, as the schema declares; correct the data or the schema");
    }
}
