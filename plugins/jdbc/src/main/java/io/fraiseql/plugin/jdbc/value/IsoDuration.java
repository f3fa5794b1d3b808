package io.fraiseql.plugin.jdbc.value;

import io.fraiseql.spi.Nullable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO 8601 duration with the three parts that do not convert into each other. Written in one form: {@code P1Y2M3DT4H5M6.7S},
 * zero as {@code PT0S}. Compared by length, a month counting 30 days and a day 24 hours.
 */
public record IsoDuration(long months, long days, long micros) {

    private static final String NUMBER = "([+-]?\\d{1,9})";
    private static final Pattern FORM = Pattern.compile("P(?=.)(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER
            + "W)?(?:" + NUMBER + "D)?(?:T(?=.)(?:" + NUMBER + "H)?(?:" + NUMBER
            + "M)?(?:([+-]?)(\\d{1,12})(?:\\.(\\d{1,9}))?S)?)?");
    private static final long MICROS_OF_SECOND = 1_000_000L;
    private static final long MICROS_OF_MINUTE = 60 * MICROS_OF_SECOND;
    private static final long MICROS_OF_HOUR = 60 * MICROS_OF_MINUTE;
    private static final long MICROS_OF_DAY = 24 * MICROS_OF_HOUR;

    /** Reads the written form. */
    public static IsoDuration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw misfit();
        }
        try {
            return new IsoDuration(
                    number(form.group(1)) * 12 + number(form.group(2)),
                    number(form.group(3)) * 7 + number(form.group(4)),
                    Math.addExact(
                            number(form.group(5)) * MICROS_OF_HOUR + number(form.group(6)) * MICROS_OF_MINUTE,
                            seconds(form)));
        } catch (ArithmeticException e) {
            throw misfit();
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long seconds(Matcher form) {
        if (form.group(8) == null) {
            return 0;
        }
        String fraction = form.group(9) == null ? "" : form.group(9);
        long micros = Math.addExact(
                Math.multiplyExact(Long.parseLong(form.group(8)), MICROS_OF_SECOND),
                Long.parseLong((fraction + "000000").substring(0, 6)));
        return "-".equals(form.group(7)) ? -micros : micros;
    }

    /** The length by which durations compare. */
    public long length() {
        try {
            return Math.addExact(
                    Math.multiplyExact(Math.addExact(Math.multiplyExact(months, 30), days), MICROS_OF_DAY), micros);
        } catch (ArithmeticException e) {
            throw misfit();
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("P");
        part(out, months / 12, 'Y');
        part(out, months % 12, 'M');
        part(out, days, 'D');
        if (micros != 0) {
            out.append('T');
            part(out, micros / MICROS_OF_HOUR, 'H');
            part(out, micros / MICROS_OF_MINUTE % 60, 'M');
            secondsPart(out, micros % MICROS_OF_MINUTE);
        }
        return out.length() == 1 ? "PT0S" : out.toString();
    }

    private static void part(StringBuilder out, long value, char unit) {
        if (value != 0) {
            out.append(value).append(unit);
        }
    }

    private static void secondsPart(StringBuilder out, long micros) {
        if (micros == 0) {
            return;
        }
        long fraction = Math.abs(micros % MICROS_OF_SECOND);
        out.append(micros < 0 ? "-" : "").append(Math.abs(micros / MICROS_OF_SECOND));
        if (fraction != 0) {
            String digits = Long.toString(MICROS_OF_SECOND + fraction).substring(1);
            out.append('.').append(digits.replaceFirst("0+$", ""));
        }
        out.append('S');
    }

    private static Misfit misfit() {
        return Misfit.of("another TEXT", "an ISO 8601 duration");
    }
}
