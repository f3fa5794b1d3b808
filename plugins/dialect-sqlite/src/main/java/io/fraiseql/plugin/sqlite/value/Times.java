package io.fraiseql.plugin.sqlite.value;

import io.fraiseql.plugin.jdbc.value.IsoDuration;
import io.fraiseql.plugin.jdbc.value.IsoReader;
import io.fraiseql.plugin.jdbc.value.Misfit;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Dates and times in the units of {@link io.fraiseql.spi.database.ColumnType}, from each form in which a column may store them. */
public final class Times {

    private static final long MICROS_OF_SECOND = 1_000_000L;
    private static final long MICROS_OF_MILLI = 1_000L;
    private static final long MICROS_OF_DAY = 86_400L * MICROS_OF_SECOND;
    private static final double MILLIS_OF_DAY = 86_400_000.0;
    /** 1970-01-01T00:00 as milliseconds of the Julian day count. */
    private static final long JULIAN_EPOCH_MILLIS = 210_866_760_000_000L;

    /** 0001-01-01T00:00. */
    private static final long FIRST = -62_135_596_800L * MICROS_OF_SECOND;
    /** 9999-12-31T23:59:59.999999. */
    private static final long LAST = 253_402_300_800L * MICROS_OF_SECOND - 1;

    private static final double LARGEST_REAL = 1e18;

    private Times() {}

    /** A date-time with zone as microseconds; text without offset is UTC. */
    public static long instant(Cell cell, TimeStorage storage) throws SQLException {
        return storage == TimeStorage.ISO ? isoInstant(cell) : ranged(count(cell, storage));
    }

    /** A date-time without zone as microseconds. */
    public static long local(Cell cell, TimeStorage storage) throws SQLException {
        return storage == TimeStorage.ISO ? isoLocal(cell) : ranged(count(cell, storage));
    }

    /** A date as days. */
    public static long date(Cell cell, TimeStorage storage) throws SQLException {
        if (storage == TimeStorage.ISO) {
            IsoReader reader = iso(cell, "the TEXT YYYY-MM-DD");
            long days = reader.date();
            reader.end();
            return days;
        }
        long micros = ranged(count(cell, storage));
        if (Math.floorMod(micros, MICROS_OF_DAY) != 0) {
            throw Misfit.of("a time of day", "a date");
        }
        return Math.floorDiv(micros, MICROS_OF_DAY);
    }

    /** A time of day as microseconds. */
    public static long time(Cell cell, TimeStorage storage) throws SQLException {
        if (storage == TimeStorage.ISO) {
            IsoReader reader = iso(cell, "the TEXT HH:MM:SS");
            long micros = reader.time();
            reader.end();
            return micros;
        }
        long micros = count(cell, storage);
        if (micros < 0 || micros >= MICROS_OF_DAY) {
            throw Misfit.of("a number outside one day", "a time of day");
        }
        return micros;
    }

    /** An ISO 8601 duration. */
    public static IsoDuration duration(Cell cell) throws SQLException {
        if (cell.storage() != StorageClass.TEXT) {
            throw Misfit.of(cell.storage().name(), "an ISO 8601 duration");
        }
        return IsoDuration.parse(new String(cell.bytes(), StandardCharsets.UTF_8));
    }

    private static long isoInstant(Cell cell) throws SQLException {
        IsoReader reader = iso(cell, "an ISO 8601 TEXT with date and time");
        long micros = dateTime(reader);
        micros -= reader.offset();
        reader.end();
        return ranged(micros);
    }

    private static long isoLocal(Cell cell) throws SQLException {
        IsoReader reader = iso(cell, "an ISO 8601 TEXT with date and time and without zone");
        long micros = dateTime(reader);
        reader.end();
        return micros;
    }

    private static long dateTime(IsoReader reader) {
        long micros = reader.date() * MICROS_OF_DAY;
        if (!reader.atEnd()) {
            reader.separator();
            micros += reader.time();
        }
        return micros;
    }

    private static IsoReader iso(Cell cell, String expected) throws SQLException {
        if (cell.storage() != StorageClass.TEXT) {
            throw Misfit.of(cell.storage().name(), expected);
        }
        return new IsoReader(cell.bytes(), expected);
    }

    private static long count(Cell cell, TimeStorage storage) throws SQLException {
        if (storage == TimeStorage.JULIAN) {
            return (long) Math.floor(number(cell) * MILLIS_OF_DAY + 0.5) * MICROS_OF_MILLI
                    - JULIAN_EPOCH_MILLIS * MICROS_OF_MILLI;
        }
        long unit = storage == TimeStorage.EPOCH_SECONDS ? MICROS_OF_SECOND : MICROS_OF_MILLI;
        if (cell.storage() == StorageClass.INTEGER) {
            return whole(cell.integer(), unit);
        }
        double micros = number(cell) * unit;
        if (Math.abs(micros) < LARGEST_REAL) {
            return (long) Math.rint(micros);
        }
        throw outOfRange();
    }

    private static long whole(long count, long unit) {
        if (count > Long.MAX_VALUE / unit || count < Long.MIN_VALUE / unit) {
            throw outOfRange();
        }
        return count * unit;
    }

    private static double number(Cell cell) throws SQLException {
        return switch (cell.storage()) {
            case INTEGER -> cell.integer();
            case REAL -> cell.real();
            default -> throw Misfit.of(cell.storage().name(), "a number that counts time");
        };
    }

    private static long ranged(long micros) {
        if (micros < FIRST || micros > LAST) {
            throw outOfRange();
        }
        return micros;
    }

    private static Misfit outOfRange() {
        return Misfit.of("a time outside the years 1 to 9999", "a date or time");
    }
}
