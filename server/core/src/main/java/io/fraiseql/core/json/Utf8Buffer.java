package io.fraiseql.core.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Arrays;

/**
 * A growing array of bytes that answers are written into as JSON in UTF-8. Not thread-safe; reused by its owner through {@link
 * #clear}. Every writer throws {@link FraiseqlException} with {@link CoreErrorCode#QUERY_TOO_COMPLEX} when the answer passes the
 * limit, and with {@link CoreErrorCode#INTERNAL} for a value that has no form in an answer.
 */
public final class Utf8Buffer {

    private static final int UNLIMITED = Integer.MAX_VALUE - 128;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final double PLAIN_INTEGERS = 1e7;

    private final int limit;
    private byte[] bytes;
    private int length;

    /** A buffer without a limit of its own. */
    public Utf8Buffer(int capacity) {
        this(capacity, UNLIMITED);
    }

    /**
     * A buffer for one answer at a time.
     *
     * @param capacity bytes to begin with
     * @param limit bytes an answer may have: {@code graphql.maxResponseBytes}
     */
    public Utf8Buffer(int capacity, int limit) {
        this.bytes = new byte[capacity];
        this.limit = Math.min(limit, UNLIMITED);
    }

    /** The bytes written so far are {@code array()[0 .. length())}; valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** How many bytes are written. */
    public int length() {
        return length;
    }

    /** Forgets everything written. */
    public void clear() {
        length = 0;
    }

    /** Forgets what was written after {@code newLength}. */
    public void truncate(int newLength) {
        length = newLength;
    }

    /** Moves what was written from {@code from} on down to {@code to}, over what stood between them. */
    public void move(int from, int to) {
        System.arraycopy(bytes, from, bytes, to, length - from);
        length -= from - to;
    }

    /** Appends one byte. */
    public void write(byte value) {
        reserve(1)[length] = value;
        end(length + 1);
    }

    /** Appends bytes as they are. */
    public void write(byte[] source, int offset, int count) {
        System.arraycopy(source, offset, reserve(count), length, count);
        end(length + count);
    }

    /** Appends bytes as they are. */
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    /** A null. */
    public void nul() {
        write(NULL, 0, NULL.length);
    }

    /** A boolean. */
    public void bool(boolean value) {
        byte[] text = value ? TRUE : FALSE;
        write(text, 0, text.length);
    }

    /** An integer. */
    public void number(long value) {
        end(NumberOutput.outputLong(value, reserve(20), length));
    }

    /** A double in its shortest form; negative zero is zero. */
    public void number(double value) {
        if (Math.abs(value) < PLAIN_INTEGERS && value == (long) value) {
            wholeFloat((long) value);
        } else {
            checkFinite(Double.isFinite(value));
            ascii(NumberOutput.toString(value, true));
        }
    }

    /** A float in its shortest form; negative zero is zero. */
    public void number(float value) {
        if (Math.abs(value) < PLAIN_INTEGERS && value == (long) value) {
            wholeFloat((long) value);
        } else {
            checkFinite(Float.isFinite(value));
            ascii(NumberOutput.toString(value, true));
        }
    }

    /** A string, quoted and escaped; the bytes must be UTF-8. */
    public void string(byte[] utf8, int offset, int count) {
        JsonStrings.write(this, utf8, offset, count);
    }

    /** A string, quoted and escaped; a lone surrogate becomes U+FFFD. */
    public void string(String value) {
        byte[] utf8 = JsonStrings.encode(value);
        JsonStrings.write(this, utf8, 0, utf8.length);
    }

    /** A string of ASCII that needs no escapes, such as a decimal, quoted. */
    public void quotedAscii(byte[] source, int offset, int count) {
        byte[] target = reserve(count + 2);
        target[length] = '"';
        System.arraycopy(source, offset, target, length + 1, count);
        target[length + 1 + count] = '"';
        end(length + count + 2);
    }

    /** A JSON value as stored, checked and without the blanks between its tokens. */
    public void json(byte[] source, int offset, int count) {
        int end = offset + count;
        int start = JsonScanner.skipBlanks(source, offset, end);
        int after = JsonScanner.skipValue(source, start, end);
        JsonScanner.requireEnd(source, after, end);
        JsonText.compact(source, start, after, this);
    }

    /** A UUID, quoted, in lower case. */
    public void uuid(long high, long low) {
        end(BinaryWriter.uuid(reserve(38), length, high, low));
    }

    /** Bytes as base64, quoted. */
    public void base64(byte[] source, int offset, int count) {
        end(BinaryWriter.base64(reserve(base64Length(count)), length, source, offset, count));
    }

    /** An instant in UTC, quoted, given in microseconds since 1970-01-01T00:00Z. */
    public void dateTime(long micros) {
        end(Iso8601Writer.dateTime(reserve(29), length, micros, true));
    }

    /** A date and time without zone, quoted, given in microseconds since 1970-01-01T00:00. */
    public void localDateTime(long micros) {
        end(Iso8601Writer.dateTime(reserve(29), length, micros, false));
    }

    /** A date, quoted, given in days since 1970-01-01. */
    public void date(long epochDays) {
        end(Iso8601Writer.date(reserve(12), length, epochDays));
    }

    /** A time of day, quoted, given in microseconds since midnight. */
    public void time(long microsOfDay) {
        end(Iso8601Writer.time(reserve(17), length, microsOfDay));
    }

    /** A duration, quoted, in the canonical form of {@link IsoDuration}; the bytes are any ISO 8601 duration. */
    public void duration(byte[] iso, int offset, int count) {
        IsoDuration duration;
        try {
            duration = IsoDuration.parse(iso, offset, count);
        } catch (IllegalArgumentException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "a value read from the database is no ISO 8601 duration", e);
        }
        duration(duration);
    }

    void duration(IsoDuration duration) {
        byte[] target = reserve(IsoDuration.MAX_LENGTH + 2);
        target[length] = '"';
        int end = duration.write(target, length + 1);
        target[end] = '"';
        end(end + 1);
    }

    /** The array with room for {@code more} bytes after {@link #length}; to be followed by {@link #end}. */
    byte[] reserve(int more) {
        if (bytes.length - length < more) {
            grow(more);
        }
        return bytes;
    }

    /** Sets the length after bytes were put into the array. */
    void end(int newLength) {
        if (newLength > limit) {
            throw tooLarge();
        }
        length = newLength;
    }

    private void grow(int more) {
        // a writer reserves for its longest form, at most 64 bytes more than it needs
        long needed = (long) length + more;
        if (needed > (long) limit + 64) {
            throw tooLarge();
        }
        bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(bytes.length * 2L, limit + 64L)));
    }

    private FraiseqlException tooLarge() {
        return new FraiseqlException(
                CoreErrorCode.QUERY_TOO_COMPLEX,
                "the answer is larger than graphql.maxResponseBytes (" + limit
                        + " bytes); select less or ask for it in pages with limit and offset");
    }

    private void wholeFloat(long value) {
        byte[] target = reserve(22);
        int end = NumberOutput.outputLong(value, target, length);
        target[end] = '.';
        target[end + 1] = '0';
        end(end + 2);
    }

    @SuppressWarnings("deprecation") // the one way to copy a string's ASCII without another array
    private void ascii(String text) {
        text.getBytes(0, text.length(), reserve(text.length()), length);
        end(length + text.length());
    }

    private static int base64Length(int count) {
        long result = (count + 2L) / 3 * 4 + 2;
        return (int) Math.min(result, Integer.MAX_VALUE);
    }

    private static void checkFinite(boolean finite) {
        if (!finite) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL,
                    "a value read from the database is NaN or infinite, which a Float cannot hold");
        }
    }
}
