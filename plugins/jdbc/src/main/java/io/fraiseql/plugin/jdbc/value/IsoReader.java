package io.fraiseql.plugin.jdbc.value;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads one date or time from the bytes of its text, strictly and from left to right, or throws a {@link Misfit}. */
public final class IsoReader {

    private static final int FRACTION_DIGITS = 9;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int HOURS_OF_DAY = 24;
    private static final int LARGEST_OFFSET_MINUTES = 18 * MINUTES_OF_HOUR;
    private static final long MICROS = 1_000_000L;

    private final byte[] text;
    private final String expected;
    private int at;

    /**
     * Starts at the beginning.
     *
     * @param expected what the text should be, for the message of the misfit
     */
    public IsoReader(byte[] text, String expected) {
        this.text = text;
        this.expected = expected;
    }

    /** Whether everything was read. */
    public boolean atEnd() {
        return at == text.length;
    }

    /** Throws unless everything was read. */
    public void end() {
        if (!atEnd()) {
            throw misfit();
        }
    }

    /** {@code YYYY-MM-DD} as days since 1970-01-01. */
    public long date() {
        int year = digits(4);
        require('-');
        int month = digits(2);
        require('-');
        int day = digits(2);
        if (year == 0) {
            throw misfit();
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            throw misfit();
        }
    }

    /** The letter or blank between a date and a time. */
    public void separator() {
        if (!skip('T') && !skip(' ')) {
            throw misfit();
        }
    }

    /** {@code HH:MM}, {@code HH:MM:SS} or {@code HH:MM:SS.fraction} as microseconds; further digits are cut off. */
    public long time() {
        long hour = below(HOURS_OF_DAY);
        require(':');
        long minute = below(MINUTES_OF_HOUR);
        long second = skip(':') ? below(SECONDS_OF_MINUTE) : -1;
        long fraction = second >= 0 && skip('.') ? fraction() : 0;
        return ((hour * MINUTES_OF_HOUR + minute) * SECONDS_OF_MINUTE + Math.max(0, second)) * MICROS + fraction;
    }

    /** {@code Z}, {@code +HH}, {@code +HH:MM}, {@code +HHMM} or nothing (UTC), as microseconds east of UTC. */
    public long offset() {
        if (atEnd() || skip('Z') || skip('z')) {
            return 0;
        }
        int sign = skip('+') ? 1 : -1;
        if (sign < 0) {
            require('-');
        }
        int minutes = below(HOURS_OF_DAY) * MINUTES_OF_HOUR;
        if (!atEnd()) {
            skip(':');
            minutes += below(MINUTES_OF_HOUR);
        }
        if (minutes > LARGEST_OFFSET_MINUTES) {
            throw misfit();
        }
        return sign * minutes * SECONDS_OF_MINUTE * MICROS;
    }

    private long fraction() {
        long micros = 0;
        int count = 0;
        while (!atEnd() && isDigit(text[at])) {
            int digit = text[at++] - '0';
            if (count++ < 6) {
                micros = micros * 10 + digit;
            }
        }
        if (count == 0 || count > FRACTION_DIGITS) {
            throw misfit();
        }
        for (int missing = count; missing < 6; missing++) {
            micros *= 10;
        }
        return micros;
    }

    private int below(int limit) {
        int value = digits(2);
        if (value >= limit) {
            throw misfit();
        }
        return value;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (atEnd() || !isDigit(text[at])) {
                throw misfit();
            }
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private boolean skip(char letter) {
        if (atEnd() || text[at] != letter) {
            return false;
        }
        at++;
        return true;
    }

    private void require(char letter) {
        if (!skip(letter)) {
            throw misfit();
        }
    }

    private Misfit misfit() {
        return Misfit.of("another TEXT", expected);
    }
}
