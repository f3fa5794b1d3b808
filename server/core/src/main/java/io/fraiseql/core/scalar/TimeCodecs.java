package io.fraiseql.core.scalar;

import io.fraiseql.core.json.IsoDuration;
import io.fraiseql.spi.Nullable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The codecs of dates and times. The patterns are stricter than java.time: seconds, and at most six digits of a fraction. */
final class TimeCodecs {

    private static final String DATE_FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME_FORM = "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?";
    private static final Pattern DATE = Pattern.compile(DATE_FORM);
    private static final Pattern TIME = Pattern.compile(TIME_FORM);
    private static final Pattern LOCAL_DATE_TIME = Pattern.compile(DATE_FORM + "T" + TIME_FORM);
    private static final Pattern DATE_TIME =
            Pattern.compile(DATE_FORM + "[Tt]" + TIME_FORM + "([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern LONG_FRACTION = Pattern.compile("[.,][0-9]{7}");

    private TimeCodecs() {}

    static Object dateTime(@Nullable Object value) {
        return read(
                value,
                DATE_TIME,
                text -> inYears(OffsetDateTime.parse(text)),
                "a DateTime with an offset and at most microseconds, such as \"2026-01-31T12:00:00Z\"");
    }

    static Object localDateTime(@Nullable Object value) {
        return read(
                value,
                LOCAL_DATE_TIME,
                text -> inYears(LocalDateTime.parse(text)),
                "a LocalDateTime without an offset and at most microseconds, such as \"2026-01-31T12:00:00\"");
    }

    static Object date(@Nullable Object value) {
        return read(value, DATE, text -> inYears(LocalDate.parse(text)), "a Date such as \"2026-01-31\"");
    }

    static Object time(@Nullable Object value) {
        return read(value, TIME, LocalTime::parse, "a Time with at most microseconds, such as \"12:00:00\"");
    }

    static Object duration(@Nullable Object value) {
        String expected = "a Duration in ISO 8601 with at most microseconds, such as \"P1DT2H30M\"";
        if (value instanceof String text && !LONG_FRACTION.matcher(text).find()) {
            try {
                return IsoDuration.parse(text).toString();
            } catch (IllegalArgumentException e) {
                throw Coercion.refused(expected, value);
            }
        }
        throw Coercion.refused(expected, value);
    }

    private static Object read(@Nullable Object value, Pattern form, Function<String, Object> parse, String expected) {
        if (value instanceof String text && form.matcher(text).matches()) {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw Coercion.refused(expected, value);
            }
        }
        throw Coercion.refused(expected, value);
    }

    private static OffsetDateTime inYears(OffsetDateTime value) {
        inYears(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
        inYears(value.toLocalDate());
        return value;
    }

    private static LocalDateTime inYears(LocalDateTime value) {
        inYears(value.toLocalDate());
        return value;
    }

    private static LocalDate inYears(LocalDate value) {
        if (value.getYear() < 1 || value.getYear() > 9999) {
            throw new DateTimeException("outside the years 1 to 9999");
        }
        return value;
    }
}
