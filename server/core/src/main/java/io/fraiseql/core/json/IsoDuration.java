package io.fraiseql.core.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * A duration in the three units that do not convert into one another, as PostgreSQL's {@code interval} has them: {@code PT90M} and
 * {@code PT1H30M} are the same, {@code P1D} and {@code PT24H} are not.
 *
 * @param months years and months
 * @param days weeks and days
 * @param micros hours, minutes and seconds, in microseconds
 */
public record IsoDuration(int months, int days, long micros) {

    static final int MAX_LENGTH = 80;

    private static final long DAYS_OF_MONTH = 30;
    private static final long MICROS_OF_DAY = 86_400_000_000L;

    /**
     * Reads an ISO 8601 duration with designators, such as {@code P1Y2M3DT4H5M6.7S}; any part may be negative or have a fraction.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static IsoDuration parse(byte[] ascii, int offset, int count) {
        return new IsoDurationParser(ascii, offset, offset + count).parse();
    }

    /** Reads an ISO 8601 duration as {@link #parse(byte[], int, int)} does. */
    public static IsoDuration parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** In microseconds, where a day has 24 hours and a month 30 days: what durations are compared by. */
    public BigInteger length() {
        return BigInteger.valueOf(months)
                .multiply(BigInteger.valueOf(DAYS_OF_MONTH))
                .add(BigInteger.valueOf(days))
                .multiply(BigInteger.valueOf(MICROS_OF_DAY))
                .add(BigInteger.valueOf(micros));
    }

    /** The canonical text, as PostgreSQL prints an interval with {@code intervalstyle = iso_8601}. */
    @Override
    public String toString() {
        byte[] target = new byte[MAX_LENGTH];
        return new String(target, 0, write(target, 0), StandardCharsets.US_ASCII);
    }

    /** Writes the canonical text and returns the position after it; the array must have {@link #MAX_LENGTH} bytes of room. */
    int write(byte[] target, int start) {
        int position = start;
        target[position++] = 'P';
        position = part(target, position, months / 12, 'Y');
        position = part(target, position, months % 12, 'M');
        position = part(target, position, days, 'D');
        if (micros != 0 || position == start + 1) {
            target[position++] = 'T';
            position = time(target, position);
        }
        return position;
    }

    private int time(byte[] target, int start) {
        int position = part(target, start, micros / 3_600_000_000L, 'H');
        position = part(target, position, micros / 60_000_000 % 60, 'M');
        int seconds = (int) (micros / 1_000_000 % 60);
        int fraction = (int) (micros % 1_000_000);
        if (seconds != 0 || fraction != 0 || position == start) {
            position = seconds(target, position, seconds, fraction);
        }
        return position;
    }

    private static int seconds(byte[] target, int start, int seconds, int fraction) {
        int position = start;
        if (seconds < 0 || fraction < 0) {
            target[position++] = '-';
        }
        position = NumberOutput.outputInt(Math.abs(seconds), target, position);
        if (fraction != 0) {
            target[position++] = '.';
            position = Iso8601Writer.sixDigits(target, position, Math.abs(fraction));
            while (target[position - 1] == '0') {
                position--;
            }
        }
        target[position++] = 'S';
        return position;
    }

    private static int part(byte[] target, int start, long value, char designator) {
        if (value == 0) {
            return start;
        }
        int position = NumberOutput.outputLong(value, target, start);
        target[position++] = (byte) designator;
        return position;
    }
}
