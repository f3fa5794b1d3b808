package io.fraiseql.core.json;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;

/** Writes dates and times, quoted, into an array that has room; each method returns the position after what it wrote. */
final class Iso8601Writer {

    static final long MICROS_PER_DAY = 86_400_000_000L;

    private static final byte[] TWO_DIGITS = twoDigits();

    private Iso8601Writer() {}

    static int dateTime(byte[] target, int start, long micros, boolean utc) {
        long days = Math.floorDiv(micros, MICROS_PER_DAY);
        target[start] = '"';
        int position = datePart(target, start + 1, days);
        target[position++] = 'T';
        position = timePart(target, position, micros - days * MICROS_PER_DAY);
        if (utc) {
            target[position++] = 'Z';
        }
        target[position++] = '"';
        return position;
    }

    static int date(byte[] target, int start, long epochDays) {
        target[start] = '"';
        int position = datePart(target, start + 1, epochDays);
        target[position++] = '"';
        return position;
    }

    static int time(byte[] target, int start, long microsOfDay) {
        if (microsOfDay < 0 || microsOfDay >= MICROS_PER_DAY) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL,
                    "a time read from the database is not between 00:00:00 and 23:59:59.999999");
        }
        target[start] = '"';
        int position = timePart(target, start + 1, microsOfDay);
        target[position++] = '"';
        return position;
    }

    private static int datePart(byte[] target, int start, long epochDays) {
        if (epochDays < CivilDate.FIRST_DAY || epochDays > CivilDate.LAST_DAY) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "a date read from the database is outside the years 1 to 9999");
        }
        int date = CivilDate.ofEpochDay((int) epochDays);
        int year = CivilDate.year(date);
        int position = pair(target, start, year / 100);
        position = pair(target, position, year % 100);
        target[position++] = '-';
        position = pair(target, position, CivilDate.month(date));
        target[position++] = '-';
        return pair(target, position, CivilDate.day(date));
    }

    private static int timePart(byte[] target, int start, long microsOfDay) {
        int seconds = (int) (microsOfDay / 1_000_000);
        int fraction = (int) (microsOfDay % 1_000_000);
        int position = pair(target, start, seconds / 3600);
        target[position++] = ':';
        position = pair(target, position, seconds / 60 % 60);
        target[position++] = ':';
        position = pair(target, position, seconds % 60);
        if (fraction == 0) {
            return position;
        }
        target[position++] = '.';
        return sixDigits(target, position, fraction);
    }

    static int sixDigits(byte[] target, int start, int value) {
        int position = pair(target, start, value / 10_000);
        position = pair(target, position, value / 100 % 100);
        return pair(target, position, value % 100);
    }

    private static int pair(byte[] target, int position, int value) {
        target[position] = TWO_DIGITS[value * 2];
        target[position + 1] = TWO_DIGITS[value * 2 + 1];
        return position + 2;
    }

    private static byte[] twoDigits() {
        byte[] result = new byte[200];
        for (int value = 0; value < 100; value++) {
            result[value * 2] = (byte) ('0' + value / 10);
            result[value * 2 + 1] = (byte) ('0' + value % 10);
        }
        return result;
    }
}
