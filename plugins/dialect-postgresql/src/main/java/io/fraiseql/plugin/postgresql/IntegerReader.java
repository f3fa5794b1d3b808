package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;

/** {@code int2}, {@code int4} and {@code int8}. */
final class IntegerReader extends ColumnReader {

    private final boolean narrow;
    private final boolean binary;

    IntegerReader(ColumnType type, int column, boolean binary) {
        super(type, column);
        this.narrow = type == ColumnType.INT;
        this.binary = binary;
    }

    @Override
    long readLong(byte[] value) {
        long number = binary ? BigEndian.integer(value) : parse(value);
        if (narrow && number != (int) number) {
            throw unreadable(number);
        }
        return number;
    }

    private static long parse(byte[] value) {
        int start = value[0] == '-' ? 1 : 0;
        long number = 0;
        for (int i = start; i < value.length; i++) {
            number = number * 10 - (value[i] - '0');
        }
        return start == 1 ? number : -number;
    }
}
