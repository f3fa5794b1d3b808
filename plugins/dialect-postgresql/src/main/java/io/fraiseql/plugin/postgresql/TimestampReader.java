package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;

/** {@code timestamptz} and {@code timestamp}; the session's zone is UTC, so both read alike. */
final class TimestampReader extends ColumnReader {

    private static final long EPOCH_2000 = 946_684_800_000_000L;
    private static final long YEAR_1 = -62_135_596_800_000_000L;
    private static final long YEAR_10000 = 253_402_300_800_000_000L;

    private final boolean binary;

    TimestampReader(ColumnType type, int column, boolean binary) {
        super(type, column);
        this.binary = binary;
    }

    @Override
    long readLong(byte[] value) {
        return binary ? decode(BigEndian.longAt(value, 0)) : parse(ascii(value));
    }

    private long decode(long since2000) {
        if (since2000 < YEAR_1 - EPOCH_2000 || since2000 >= YEAR_10000 - EPOCH_2000) {
            throw unreadable("infinity or a time outside years 1 to 9999");
        }
        return since2000 + EPOCH_2000;
    }

    private long parse(String text) {
        String local = text.endsWith("+00") ? text.substring(0, text.length() - 3) : text;
        try {
            LocalDateTime time = LocalDateTime.parse(local.replace(' ', 'T'));
            return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND);
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
    }
}
