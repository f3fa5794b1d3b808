package io.fraiseql.bench.floor;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON written by hand into a byte array that grows. One thread, one answer at a time; kept for the next. */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = (byte) ('0' + i / 10);
            ONES[i] = (byte) ('0' + i % 10);
        }
        for (int i = 0; i < PLAIN.length; i++) {
            PLAIN[i] = i >= ' ' && i != '"' && i != '\\';
        }
    }

    private byte[] bytes = new byte[64 * 1024];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    JsonBytes raw(byte[] text) {
        return raw(text, 0, text.length);
    }

    JsonBytes raw(byte[] text, int offset, int count) {
        room(count);
        System.arraycopy(text, offset, bytes, length, count);
        length += count;
        return this;
    }

    JsonBytes raw(char character) {
        room(1);
        bytes[length++] = (byte) character;
        return this;
    }

    /** UTF-8 text, quoted; null gives {@code null}. */
    JsonBytes text(byte @Nullable [] text) {
        if (text == null) {
            return raw(Json.NULL);
        }
        room(text.length * 6 + 2);
        bytes[length++] = '"';
        for (byte character : text) {
            if (PLAIN[character & 0xff]) {
                bytes[length++] = character;
            } else {
                escape(character);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void escape(byte character) {
        bytes[length++] = '\\';
        switch (character) {
            case '"', '\\' -> bytes[length++] = character;
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[character >> 4];
                bytes[length++] = HEX[character & 15];
            }
        }
    }

    JsonBytes number(long value) {
        room(20);
        length = NumberOutput.outputLong(value, bytes, length);
        return this;
    }

    @SuppressWarnings("deprecation")
    JsonBytes number(double value) {
        String text = NumberOutput.toString(value, true);
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
        return this;
    }

    JsonBytes bool(boolean value) {
        return raw(value ? Json.TRUE : Json.FALSE);
    }

    /** Two digits. */
    private void pair(int value) {
        bytes[length++] = TENS[value];
        bytes[length++] = ONES[value];
    }

    /** {@code "2026-01-31"}, from days since 1970. */
    JsonBytes date(long epochDay) {
        room(12);
        bytes[length++] = '"';
        day(epochDay);
        bytes[length++] = '"';
        return this;
    }

    /** {@code "2026-01-31T12:00:00.000001Z"}, from microseconds since 1970; the fraction is left out when it is zero. */
    JsonBytes dateTime(long epochMicros, boolean zone) {
        room(30);
        long seconds = Math.floorDiv(epochMicros, 1_000_000L);
        int micros = (int) Math.floorMod(epochMicros, 1_000_000L);
        int second = (int) Math.floorMod(seconds, 86_400L);
        bytes[length++] = '"';
        day(Math.floorDiv(seconds, 86_400L));
        bytes[length++] = 'T';
        pair(second / 3600);
        bytes[length++] = ':';
        pair(second / 60 % 60);
        bytes[length++] = ':';
        pair(second % 60);
        if (micros != 0) {
            bytes[length++] = '.';
            pair(micros / 10_000);
            pair(micros / 100 % 100);
            pair(micros % 100);
        }
        if (zone) {
            bytes[length++] = 'Z';
        }
        bytes[length++] = '"';
        return this;
    }

    /** The civil calendar from a count of days, after Howard Hinnant's "chrono-compatible low-level date algorithms". */
    private void day(long epochDay) {
        long shifted = epochDay + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int dayOfEra = (int) (shifted - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        pair(year / 100);
        pair(year % 100);
        bytes[length++] = '-';
        pair(month);
        bytes[length++] = '-';
        pair(dayOfYear - (153 * marchMonth + 2) / 5 + 1);
    }

    /** {@code "8d3e…"} from the sixteen bytes of a UUID. */
    JsonBytes uuid(byte[] value) {
        room(38);
        bytes[length++] = '"';
        for (int i = 0; i < value.length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                bytes[length++] = '-';
            }
            bytes[length++] = HEX[(value[i] >> 4) & 15];
            bytes[length++] = HEX[value[i] & 15];
        }
        bytes[length++] = '"';
        return this;
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
