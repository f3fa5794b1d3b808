package io.fraiseql.core.json;

/**
 * Reads one ISO 8601 duration. A fraction of a unit is carried down as PostgreSQL does: of a year into whole months, of a month
 * into days of 30 to the month, of a week or day into days and time.
 */
final class IsoDurationParser {

    private static final long BILLION = 1_000_000_000L;
    private static final String DATE_UNITS = "YMWD";
    private static final String TIME_UNITS = "HMS";

    private final byte[] text;
    private final int end;
    private int position;
    private int nextUnit;
    private boolean inTime;
    private int sign = 1;
    private long months;
    private long days;
    private long micros;

    IsoDurationParser(byte[] text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    IsoDuration parse() {
        if (accept('-')) {
            sign = -1;
        }
        if (!accept('P') || position == end) {
            throw malformed();
        }
        try {
            while (position < end) {
                if (!inTime && accept('T')) {
                    inTime = true;
                    nextUnit = 0;
                }
                part();
            }
            return new IsoDuration(Math.toIntExact(months), Math.toIntExact(days), micros);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "expected a duration of less than 2^31 months, 2^31 days and 2^63 microseconds", e);
        }
    }

    private void part() {
        int partSign = accept('-') ? -sign : sign;
        if (partSign == sign) {
            accept('+');
        }
        long whole = digits() * partSign;
        long billionths = position < end && (accept('.') || accept(',')) ? fraction() * partSign : 0;
        if (position == end) {
            throw malformed();
        }
        String units = inTime ? TIME_UNITS : DATE_UNITS;
        int unit = units.indexOf(text[position++]);
        if (unit < nextUnit) {
            throw malformed();
        }
        nextUnit = unit + 1;
        if (inTime) {
            addTime(unit, whole, billionths);
        } else {
            addDate(unit, whole, billionths);
        }
    }

    private void addDate(int unit, long whole, long billionths) {
        switch (unit) {
            case 0 -> {
                months = Math.addExact(months, Math.multiplyExact(whole, 12));
                months = Math.addExact(months, Math.round(billionths * 12 / (double) BILLION));
            }
            case 1 -> {
                months = Math.addExact(months, whole);
                addDays(billionths * 30);
            }
            case 2 -> {
                days = Math.addExact(days, Math.multiplyExact(whole, 7));
                addDays(billionths * 7);
            }
            default -> {
                days = Math.addExact(days, whole);
                addDays(billionths);
            }
        }
    }

    private void addDays(long billionths) {
        days = Math.addExact(days, billionths / BILLION);
        micros = Math.addExact(micros, billionths % BILLION * 432 / 5);
    }

    private void addTime(int unit, long whole, long billionths) {
        long seconds = unit == 0 ? 3600 : unit == 1 ? 60 : 1;
        micros = Math.addExact(micros, Math.multiplyExact(whole, seconds * 1_000_000));
        long nanos = billionths * seconds;
        micros = Math.addExact(micros, (nanos + (nanos < 0 ? -500 : 500)) / 1000);
    }

    private long digits() {
        int start = position;
        long value = 0;
        while (position < end && isDigit(text[position])) {
            value = Math.addExact(Math.multiplyExact(value, 10), text[position++] - '0');
        }
        if (position == start) {
            throw malformed();
        }
        return value;
    }

    private long fraction() {
        int start = position;
        long value = 0;
        long unit = BILLION / 10;
        while (position < end && isDigit(text[position])) {
            value += (text[position++] - '0') * unit;
            unit /= 10;
        }
        if (position == start) {
            throw malformed();
        }
        return value;
    }

    private boolean accept(char expected) {
        if (position < end && text[position] == expected) {
            position++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("expected an ISO 8601 duration such as P1Y2M3DT4H5M6.7S");
    }
}
