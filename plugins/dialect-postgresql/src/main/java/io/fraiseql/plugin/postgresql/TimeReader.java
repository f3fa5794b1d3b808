package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** {@code time}; PostgreSQL's 24:00:00 is not a time of day here. */
final class TimeReader extends ColumnReader {

    private static final long DAY = 86_400_000_000L;

    private final boolean binary;

    TimeReader(int column, boolean binary) {
        super(ColumnType.TIME, column);
        this.binary = binary;
    }

    @Override
    long readLong(byte[] value) {
        if (!binary) {
            return parse(ascii(value));
        }
        long micros = BigEndian.longAt(value, 0);
        if (micros >= DAY) {
            throw unreadable("24:00:00");
        }
        return micros;
    }

    private long parse(String text) {
        try {
            return LocalTime.parse(text).toNanoOfDay() / 1000;
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
    }
}
