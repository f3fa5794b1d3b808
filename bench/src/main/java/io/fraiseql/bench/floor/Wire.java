package io.fraiseql.bench.floor;

/** Values in PostgreSQL's binary format, as the driver hands them out with {@code getBytes}. */
final class Wire {

    private static final long EPOCH_2000_MICROS = 946_684_800_000_000L;
    private static final int EPOCH_2000_DAYS = 10_957;

    private Wire() {}

    /** Microseconds since 1970 of a {@code timestamptz} or {@code timestamp}. */
    static long micros(byte[] value) {
        return integer(value, 0, 8) + EPOCH_2000_MICROS;
    }

    /** Days since 1970 of a {@code date}. */
    static long days(byte[] value) {
        return (int) integer(value, 0, 4) + EPOCH_2000_DAYS;
    }

    private static long integer(byte[] value, int offset, int count) {
        long result = 0;
        for (int i = offset; i < offset + count; i++) {
            result = result << 8 | (value[i] & 0xff);
        }
        return result;
    }
}
