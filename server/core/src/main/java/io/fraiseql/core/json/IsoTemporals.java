package io.fraiseql.core.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reads dates and times as databases put them into documents: ISO 8601 with a {@code T} or a blank, any number of fraction digits
 * (rounded to microseconds), offsets {@code Z}, {@code +02}, {@code +0200}, {@code +02:00} or {@code +02:00:30}. What does not fit is an
 * {@link IllegalArgumentException}.
 */
public final class IsoTemporals {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int DATE_LENGTH = 10;

    private IsoTemporals() {}

    /** The time that {@link Instant#toString} wrote, of the years 1 to 9999, in a small part of the time of its own parser. */
    public static Instant instant(String text) {
        byte[] source = text.getBytes(StandardCharsets.ISO_8859_1);
        return Instant.EPOCH.plus(dateTime(source, 0, source.length), ChronoUnit.MICROS);
    }

    /** Microseconds since 1970-01-01T00:00Z; the text must have an offset. */
    static long dateTime(byte[] source, int start, int end) {
        int timeStart = timeStart(source, start, end);
        int offsetStart = timeStart;
        while (offsetStart < end && !isOffsetSign(source[offsetStart])) {
            offsetStart++;
        }
        long local = join(source, start, timeStart, offsetStart);
        return inYears(local - offsetSeconds(source, offsetStart, end) * MICROS_PER_SECOND);
    }

    /** Microseconds since 1970-01-01T00:00; the text must have no offset. */
    static long localDateTime(byte[] source, int start, int end) {
        return inYears(join(source, start, timeStart(source, start, end), end));
    }

    /** Days since 1970-01-01. */
    static long date(byte[] source, int start, int end) {
        require(end - start == DATE_LENGTH && source[start + 4] == '-' && source[start + 7] == '-');
        int year = number(source, start, 4, end, 9999);
        int month = number(source, start + 5, 2, end, 12);
        int day = number(source, start + 8, 2, end, 31);
        require(year > 0 && month > 0 && day > 0);
        int result = CivilDate.toEpochDay(year, month, day);
        // the 31st of a shorter month comes back as another day
        require(CivilDate.day(CivilDate.ofEpochDay(result)) == day);
        return result;
    }

    /** Microseconds since midnight. */
    static long time(byte[] source, int start, int end) {
        long result = timeOfDay(source, start, end);
        require(result < Iso8601Writer.MICROS_PER_DAY);
        return result;
    }

    private static long timeOfDay(byte[] source, int start, int end) {
        require(end - start >= 5 && source[start + 2] == ':');
        long seconds = number(source, start, 2, end, 23) * 3600L + number(source, start + 3, 2, end, 59) * 60L;
        if (end - start == 5) {
            return seconds * MICROS_PER_SECOND;
        }
        require(source[start + 5] == ':');
        seconds += number(source, start + 6, 2, end, 59);
        return seconds * MICROS_PER_SECOND + fraction(source, start + 8, end);
    }

    private static long fraction(byte[] source, int start, int end) {
        if (start == end) {
            return 0;
        }
        require(source[start] == '.' && end - start > 1);
        long tenths = 0;
        long unit = MICROS_PER_SECOND;
        for (int i = start + 1; i < end; i++) {
            tenths += number(source, i, 1, end, 9) * unit;
            unit /= 10;
        }
        return (tenths + 5) / 10;
    }

    private static int timeStart(byte[] source, int start, int end) {
        require(end - start > DATE_LENGTH);
        byte separator = source[start + DATE_LENGTH];
        require(separator == 'T' || separator == 't' || separator == ' ');
        return start + DATE_LENGTH + 1;
    }

    private static long join(byte[] source, int start, int timeStart, int timeEnd) {
        return date(source, start, start + DATE_LENGTH) * Iso8601Writer.MICROS_PER_DAY
                + timeOfDay(source, timeStart, timeEnd);
    }

    private static boolean isOffsetSign(byte value) {
        return value == 'Z' || value == 'z' || value == '+' || value == '-';
    }

    private static long offsetSeconds(byte[] source, int start, int end) {
        require(start < end);
        if (source[start] == 'Z' || source[start] == 'z') {
            require(end - start == 1);
            return 0;
        }
        long seconds = number(source, start + 1, 2, end, 23) * 3600L;
        int position = start + 3;
        for (int unit = 60; position < end && unit > 0; unit /= 60) {
            position += source[position] == ':' ? 1 : 0;
            seconds += number(source, position, 2, end, 59) * (long) unit;
            position += 2;
        }
        require(position == end);
        return source[start] == '-' ? -seconds : seconds;
    }

    private static long inYears(long micros) {
        long days = Math.floorDiv(micros, Iso8601Writer.MICROS_PER_DAY);
        require(days >= CivilDate.FIRST_DAY && days <= CivilDate.LAST_DAY);
        return micros;
    }

    private static int number(byte[] source, int start, int digits, int end, int highest) {
        require(start + digits <= end);
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            require(source[i] >= '0' && source[i] <= '9');
            value = value * 10 + source[i] - '0';
        }
        require(value <= highest);
        return value;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
