package io.fraiseql.core.json;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;

/** Writes the inside of a JSON string as a scalar; {@link IllegalArgumentException} when it is none of the type. */
final class ScalarTexts {

    private ScalarTexts() {}

    static void write(ColumnType type, byte[] source, int start, int end, Utf8Buffer out) {
        switch (type) {
            case BIGINT -> {
                requireNumber(source, start, end);
                ScalarNumbers.bigInt(source, start, end, out);
            }
            case DECIMAL -> decimal(source, start, end, out);
            case UUID -> out.uuid(uuidHalf(source, start, end, 0), uuidHalf(source, start, end, 19));
            case DATETIME -> out.dateTime(IsoTemporals.dateTime(source, start, end));
            case LOCAL_DATETIME -> out.localDateTime(IsoTemporals.localDateTime(source, start, end));
            case DATE -> out.date(IsoTemporals.date(source, start, end));
            case TIME -> out.time(IsoTemporals.time(source, start, end));
            case DURATION -> out.duration(IsoDuration.parse(source, start, end - start));
            case BYTES -> Base64Text.write(source, start, end, out);
            default -> throw new IllegalArgumentException();
        }
    }

    private static void requireNumber(byte[] source, int start, int end) {
        if (!isNumber(source, start, end)) {
            throw new IllegalArgumentException();
        }
    }

    private static void decimal(byte[] source, int start, int end, Utf8Buffer out) {
        if (isNumber(source, start, end)) {
            ScalarNumbers.decimal(source, start, end, out);
        } else {
            ScalarNumbers.writePlain(source, start, end, out);
        }
    }

    private static boolean isNumber(byte[] source, int start, int end) {
        try {
            return JsonScanner.skipNumber(source, start, end) == end;
        } catch (FraiseqlException e) {
            return false;
        }
    }

    /** Eight bytes in 16 hex digits and a dash or two, from the given position of the 36. */
    private static long uuidHalf(byte[] source, int start, int end, int from) {
        if (end - start != 36) {
            throw new IllegalArgumentException();
        }
        long bits = 0;
        for (int i = from; i < (from == 0 ? 18 : 36); i++) {
            byte value = source[start + i];
            boolean dash = i == 8 || i == 13 || i == 23;
            int digit = value < 0 ? -1 : Character.digit((char) value, 16);
            if (dash ? value != '-' : digit < 0) {
                throw new IllegalArgumentException();
            }
            bits = dash ? bits : bits << 4 | digit;
        }
        if (source[start + 18] != '-') {
            throw new IllegalArgumentException();
        }
        return bits;
    }
}
