package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

final class DateReader extends ColumnReader {

    private static final long EPOCH_2000 = 10_957;
    private static final long YEAR_1 = -719_162;
    private static final long YEAR_10000 = 2_932_897;

    private final boolean binary;

    DateReader(int column, boolean binary) {
        super(ColumnType.DATE, column);
        this.binary = binary;
    }

    @Override
    long readLong(byte[] value) {
        if (!binary) {
            return parse(ascii(value));
        }
        long days = BigEndian.intAt(value, 0) + EPOCH_2000;
        if (days < YEAR_1 || days >= YEAR_10000) {
            throw unreadable("infinity or a date outside years 1 to 9999");
        }
        return days;
    }

    private long parse(String text) {
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
    }
}
